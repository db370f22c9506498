package org.consilium.system.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The types and methods of a file, as javac's parser sees them. */
record JavaShape(List<String> types, List<Method> methods) {

    record Method(String name, int lines) {}

    private static final Map<SourceFile, JavaShape> PARSED = new HashMap<>();

    static JavaShape of(SourceFile file) {
        if (!PARSED.containsKey(file)) {
            parse(List.of(file));
        }
        return PARSED.get(file);
    }

    /** Starting the parser anew for each file takes ten times as long. */
    static void parse(List<SourceFile> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var sources = files.stream().map(JavaShape::source).toList();
        var task = (JavacTask) compiler.getTask(null, null, _ -> {}, null, null, sources);
        var positions = Trees.instance(task).getSourcePositions();
        try {
            var file = files.iterator();
            for (var unit : task.parse()) {
                var scan = new Scan(unit, positions);
                scan.scan(unit, null);
                PARSED.put(file.next(), new JavaShape(scan.types, scan.methods));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(SourceFile file) {
        return new SimpleJavaFileObject(
                URI.create("source:///" + file.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file.text();
            }
        };
    }

    private static final class Scan extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();

        Scan(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            types.add(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method));
            methods.add(new Method(method.getName().toString(), (int) (last - first + 1)));
            return super.visitMethod(method, null);
        }
    }
}
