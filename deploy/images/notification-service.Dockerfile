# The context is notification-service/target/quarkus-app: build the project first.
FROM eclipse-temurin:25-jre
WORKDIR /app
# What changes least comes first, so that a new version of the service is one small layer.
COPY lib/ lib/
COPY quarkus-run.jar ./
COPY quarkus/ quarkus/
COPY app/ app/
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
