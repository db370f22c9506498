# The context is review-service/target/quarkus-app: build the project first.
FROM eclipse-temurin:25-jre AS java

# Debian, because Ubuntu has Chromium as a snap only; Chromium prints the letter and joins Urdu letters rightly.
FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends chromium fontconfig fonts-noto-core fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/*
COPY --from=java /opt/java/openjdk /opt/java/openjdk
ENV PATH=/opt/java/openjdk/bin:$PATH LANG=C.UTF-8 HOME=/tmp
WORKDIR /app
# What changes least comes first, so that a new version of the service is one small layer.
COPY lib/ lib/
COPY quarkus-run.jar ./
COPY quarkus/ quarkus/
COPY app/ app/
USER 10001:10001
# Chromium needs the other half of the memory while it prints.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=25", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
