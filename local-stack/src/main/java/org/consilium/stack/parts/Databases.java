package org.consilium.stack.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The databases of one PostgreSQL server, as its superuser makes them.
 *
 * @param address host and port
 */
public record Databases(String address, String superuserPassword) {

    /**
     * A database with an owner, who changes its schema, and a user, who works in it. Repeatable.
     *
     * @param name of the database and the user; the owner is {@code <name>_owner}
     */
    public void create(String name, String userPassword, String ownerPassword) {
        try (var server = connect("postgres")) {
            if (exists(server, name)) {
                return;
            }
            execute(server, "create role %s login password '%s'".formatted(name, userPassword));
            execute(
                    server,
                    "create role %s_owner login password '%s'".formatted(name, ownerPassword));
            execute(server, "create database %s owner %s_owner".formatted(name, name));
            grant(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address + "/" + database, "postgres", superuserPassword);
    }

    boolean answer() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void grant(String name) throws SQLException {
        var defaults =
                "alter default privileges for role %s_owner in schema public grant "
                        .formatted(name);
        try (var database = connect(name)) {
            execute(database, "alter schema public owner to %s_owner".formatted(name));
            execute(database, defaults + "select, insert, update, delete on tables to " + name);
            execute(database, defaults + "usage on sequences to " + name);
        }
    }

    private static boolean exists(Connection server, String database) throws SQLException {
        try (var query = server.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
