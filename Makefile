# The newcomer's two commands are `make run` and `make test`; everything else is for those who stay.
SWIFT ?= swift
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product sideline
# Without a debugger's notes, which nearly double the build.
TESTED = --explicit-target-dependency-import-check error -debug-info-format none

.PHONY: run test lint static bench soak clean

run:                     ## install what is missing, build, open the workbench on a simulated season
	@packaging/setup build
	@$(RELEASE)
	@"$$($(RELEASE) --show-bin-path)/sideline" demo

test:                    ## install what is missing, lint, build, run every test
	@packaging/setup build test
	$(MAKE) --no-print-directory lint
	$(SWIFT) build --build-tests $(TESTED)
	@Tests/run $(SWIFT) test --skip-build $(TESTED)

lint:                    ## the formatter's rules, every warning an error
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests themes

static:                  ## a release binary that needs no Swift on the machine it runs on
	@packaging/setup build
	$(RELEASE)
	@echo "Built $$($(RELEASE) --show-bin-path)/sideline"

bench:                   ## our figures, a JSON line each: make bench FIT=recording.fit PREP=folder GAPS=folder
	@packaging/setup build
	$(SWIFT) build -c release --product sideline-bench
	$(SWIFT) build -c release --product sideline
	@$(SWIFT) run -c release --skip-build sideline-bench draw
	@$(SWIFT) run -c release --skip-build sideline-bench athlete
	@$(SWIFT) run -c release --skip-build sideline-bench sensors
	@$(SWIFT) run -c release --skip-build sideline-bench load
	@$(SWIFT) run -c release --skip-build sideline-bench table
	@$(SWIFT) run -c release --skip-build sideline-bench roster
	@sample=$$(mktemp -d) && $(SWIFT) run -c release --skip-build sideline sample --seed 7 -o "$$sample/s.sqlite" \
	  && $(SWIFT) run -c release --skip-build sideline-bench plan "$$sample/s.sqlite"; rm -rf "$$sample"
	@if [ -n "$(FIT)" ]; then $(SWIFT) run -c release --skip-build sideline-bench fit "$(FIT)"; fi
	@if [ -n "$(PREP)" ]; then $(SWIFT) run -c release --skip-build sideline-bench prep "$(PREP)"; fi
	@if [ -n "$(GAPS)" ]; then $(SWIFT) run -c release --skip-build sideline-bench gaps "$(GAPS)"; fi

soak:                    ## the long tests: a million athletes
	@packaging/setup build
	$(SWIFT) run -c release sideline-bench roster 1000000

clean:
	$(SWIFT) package clean
