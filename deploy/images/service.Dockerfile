# One of the four services, of what Maven built; the context is the project: make images.
# Both digests stand in docker-library/repo-info, the registry's own record, as of September 2026; scripts/pin-bases asks the registry for newer ones.
ARG JAVA=eclipse-temurin:25.0.4_7-jre@sha256:15090d159279e5c158473eccb48cd87f57b3e3a47511a797eb5a7a7ea6f86b0f
ARG DEBIAN=debian:trixie-slim@sha256:3a39a0592364683e6bab97937b72cad5a8fa6dcbbee90edb3bb48c7f8e94f258
# For review: printer. For documents: drawer.
ARG ON=plain

FROM ${JAVA} AS plain
ENV HEAP_PERCENT=50

# Debian, because Ubuntu has Chromium as a snap only; Chromium prints the letter and joins Urdu letters rightly.
FROM ${DEBIAN} AS printer
RUN apt-get update \
    && apt-get install -y --no-install-recommends chromium fontconfig fonts-noto-core fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/*
COPY --from=plain /opt/java/openjdk /opt/java/openjdk
# Chromium needs the other part of the memory while it prints.
ENV PATH=/opt/java/openjdk/bin:$PATH LANG=C.UTF-8 HOME=/tmp HEAP_PERCENT=25

# They draw the pages of HEIC and DICOM files for reviewers, in the limited worker of documents.
FROM plain AS drawer
RUN apt-get update \
    && apt-get install -y --no-install-recommends libheif-examples libheif-plugin-libde265 dcmtk \
    && rm -rf /var/lib/apt/lists/*

# The AOT cache is made by the JVM and at the paths of the image: of another JVM or from elsewhere it would not be taken.
FROM ${ON} AS learned
ARG SERVICE
WORKDIR /app
COPY ${SERVICE}-service/target/quarkus-app/lib/ lib/
COPY ${SERVICE}-service/target/quarkus-app/quarkus-run.jar ./
COPY ${SERVICE}-service/target/quarkus-app/quarkus/ quarkus/
COPY ${SERVICE}-service/target/quarkus-app/app/ app/
COPY deploy/images/jvm.options deploy/images/learn ./
RUN ["bash", "learn"]

FROM ${ON}
ARG SERVICE
WORKDIR /app
# What changes least comes first, so that a new version of the service is a few small layers and its cache.
COPY ${SERVICE}-service/target/quarkus-app/lib/ lib/
COPY deploy/images/jvm.options deploy/images/start deploy/images/ready ./
COPY ${SERVICE}-service/target/quarkus-app/quarkus-run.jar ./
COPY ${SERVICE}-service/target/quarkus-app/quarkus/ quarkus/
COPY ${SERVICE}-service/target/quarkus-app/app/ app/
COPY ${SERVICE}-service/target/sbom.json ./
COPY --from=learned /app/learned.aot ./
ENV JAR=quarkus-run.jar
USER 10001:10001
# The start has the five minutes that a migration may take.
HEALTHCHECK --interval=5s --timeout=5s --start-period=300s --retries=6 CMD ["bash", "ready"]
ENTRYPOINT ["bash", "start"]
