# Commands of the project. `make` alone lists them.

# A JDK 25, wherever it is; the default JDK of the machine may be older.
JDK := $(firstword $(foreach home,$(JAVA_HOME) $(wildcard /usr/lib/jvm/*25*),$(if $(shell $(home)/bin/java -version 2>&1 | grep '"25'),$(home))))
export JAVA_HOME := $(JDK)
# Maven's own libraries still use Unsafe; the notice would stand in every output.
export MAVEN_OPTS := --sun-misc-unsafe-memory-access=allow $(MAVEN_OPTS)

MVN := mvn -B --no-transfer-progress
JAVA := $(JAVA_HOME)/bin/java -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp "system-tests/target/classes:$$(cat system-tests/target/classpath)"
SOURCES := $(wildcard $(shell git ls-files -co --exclude-standard -- pom.xml '*/pom.xml' '*/src/main' 2>/dev/null))

.DEFAULT_GOAL := help
.PHONY: always help needs needs-build build up down status logs topic token demo check test journeys rights drill-kafka drill-restore drill-upgrade chains ops learn images images-drill images-case same bench format

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*##/\1\t/p' $(MAKEFILE_LIST) | expand -t 14

needs:
	@scripts/install-needs

needs-build:
	@scripts/install-needs build

build: needs .local/built  ## compile and package everything, without tests

.local/built: .local/sources $(SOURCES)
	@echo "Building without a word: some two minutes; the first time, when Maven loads what it needs, some ten."
	$(MVN) -q install -DskipTests
	@touch $@

# Changes when a file came or went: what is no longer there must not run on.
.local/sources: always
	@mkdir -p .local && echo $(SOURCES) > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

up: build  ## start everything on this machine; prints where to click
	@$(JAVA) org.consilium.system.Console up

down:  ## stop everything; data stays in .local/run
	@$(JAVA) org.consilium.system.Console down

status:  ## what runs, with its memory
	@$(JAVA) org.consilium.system.Console status

logs:  ## follow the logs; one=intake-service for one of them
	@tail -n 50 -F .local/run/$(or $(one),*)/log

topic:  ## what lies on a topic, by Kafka's own console consumer; one=review.events for another
	@$(JAVA_HOME)/bin/java -cp "$$(cat local-stack/parts/kafka/target/classpath)" org.apache.kafka.tools.consumer.ConsoleConsumer \
	    --bootstrap-server 127.0.0.1:9192 --topic $(or $(one),intake.events) --from-beginning --timeout-ms 5000 \
	    --formatter-property print.key=true --formatter-property print.headers=true 2>/dev/null | grep ce_id || echo 'nothing'

token:  ## a token of somebody who signs in now, for what asks for that; as=okafor
	@$(JAVA) org.consilium.system.Console token $(or $(as),amina)

demo: up  ## the whole story over HTTP, with real files
	@$(JAVA) org.consilium.system.demo.Demo

check: needs  ## everything CI runs
	@$(MVN) verify; result=$$?; \
	scripts/tell-skipped; \
	test ! -f system-tests/target/classpath || $(JAVA_HOME)/bin/java -cp "local-stack/target/classes:$$(cat system-tests/target/classpath)" org.consilium.stack.TestParts; \
	exit $$result

test: needs-build  ## the pure tests only
	$(MVN) -q install -DskipITs

journeys: build  ## the journeys and fault tests through the running system
	$(MVN) -pl system-tests verify

rights: build  ## every cell of the rights tables with everybody's token, on a system of its own; seven silent minutes
	$(MVN) -pl system-tests verify -DexcludedGroups= -Dit.test=RightsMatrixIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false

drill-kafka: build  ## all of Kafka's data lost and published again, on a system of its own; the last result is in docs/drills
	$(MVN) -pl system-tests verify -DexcludedGroups= -Dit.test=KafkaLossDrillIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false

drill-restore: build  ## databases and objects restored to a moment, in a second place; the last result is in docs/drills
	$(MVN) -pl system-tests verify -DexcludedGroups= -Dit.test=RestoreDrillIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false

drill-upgrade: build  ## replaces each replica by the next version and back under load; from=<commit> for N; the last result is in docs/drills
	@scripts/build-versions $(from)
	$(MVN) -pl system-tests verify -DexcludedGroups= -Dit.test=UpgradeIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false

chains: build  ## recomputes every hash chain of the running system; names the first broken row
	@$(JAVA) org.consilium.system.LocalOps chains

ops: build  ## the operator's commands on the running system: make ops args="backlog"
	@$(JAVA) org.consilium.system.LocalOps $(args)

learn: build  ## plays the demo's story and starts the services anew, with half the CPU from then on, until the next build
	@$(JAVA) org.consilium.system.Console learn

images: build  ## the images of the services and of the operator's commands, by docker or podman
	@scripts/build-images $(args)

images-drill: build  ## starts the images by a real engine and looks at them; engine="podman --runtime runc", one=intake for one of them
	@$(JAVA_HOME)/bin/java -Dengine="$(or $(engine),$(shell command -v docker || command -v podman))" -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
	    -cp "system-tests/target/classes:$$(cat system-tests/target/classpath)" org.consilium.system.images.ImagesDrill $(one)

images-case: build  ## a case across the four images, each replaced in the midst of another; versions="0.1.0 next"
	@$(JAVA_HOME)/bin/java -Dengine="$(or $(engine),$(shell command -v docker || command -v podman))" -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
	    -cp "system-tests/target/classes:$$(cat system-tests/target/classpath)" org.consilium.system.images.CaseDrill $(versions)

same: needs-build  ## builds modules twice, in two places, and compares the bytes; a minute
	@scripts/same-bytes

bench: build  ## speed and cost beside plain SQL, pgbench and others, in one run; writes benchmarks/results.md; seconds=2 for short turns, only="handled uploads" for parts
	@$(JAVA_HOME)/bin/java -Dseconds=$(or $(seconds),10) "-Donly=$(only)" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp "benchmarks/target/classes:$$(cat benchmarks/target/classpath)" org.consilium.benchmarks.Bench

format: needs-build  ## format all code
	$(MVN) -q spotless:apply
