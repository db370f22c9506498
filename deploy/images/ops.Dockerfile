# The operator's commands, of what Maven built; the context is the project: make images.
ARG JAVA=eclipse-temurin:25.0.4_7-jre@sha256:15090d159279e5c158473eccb48cd87f57b3e3a47511a797eb5a7a7ea6f86b0f

FROM ${JAVA} AS learned
ARG VERSION
WORKDIR /app
COPY ops/target/lib/ lib/
COPY ops/target/ops-${VERSION}.jar ops.jar
COPY deploy/images/jvm.options ./
# The help of a command loads what the other commands begin with.
RUN ["java", "@jvm.options", "-XX:AOTCacheOutput=learned.aot", "-jar", "ops.jar", "backlog", "--help"]

FROM ${JAVA}
ARG VERSION
WORKDIR /app
COPY ops/target/lib/ lib/
COPY deploy/images/jvm.options deploy/images/start ./
COPY ops/target/ops-${VERSION}.jar ops.jar
COPY ops/target/sbom.json ./
COPY --from=learned /app/learned.aot ./
ENV JAR=ops.jar HEAP_PERCENT=50
USER 10001:10001
ENTRYPOINT ["bash", "start"]
