# Needs Go and make. `make report YEAR=2022` writes out/2022/<report>.pdf.

RAPPORT = out/.bin/rapport
FUZZTIME ?= 10s
BENCHTIME ?= 200ms

.PHONY: report reports editions import next dist print booklet proof cards web preview check send lint test golden fuzz bench bench-against

report: ; @[ -n "$(YEAR)" ] || { echo "which year? For example: make report YEAR=2022" >&2; exit 2; }; go build -o $(RAPPORT) ./cmd/rapport && $(RAPPORT) build $(YEAR)
reports: ; @go build -o $(RAPPORT) ./cmd/rapport && $(RAPPORT) reports
editions: ; @[ -n "$(YEAR)" ] && [ -n "$(BY)" ] || { echo "which year, and which groups? For example: make editions YEAR=2024 BY=fylke" >&2; exit 2; }; go build -o $(RAPPORT) ./cmd/rapport && $(RAPPORT) editions $(YEAR) --by $(BY)
import: ; @[ -n "$(FILE)" ] && [ -n "$(TO)" ] || { echo "which file, and where to? For example: make import FILE=svar.xlsx TO=2024/medlemmer" >&2; exit 2; }; go build -o $(RAPPORT) ./cmd/rapport && $(RAPPORT) import "$(FILE)" $(TO)
next: ; @[ -n "$(FROM)" ] && [ -n "$(TO)" ] || { echo "which years? For example: make next FROM=2022 TO=2023" >&2; exit 2; }; go build -o $(RAPPORT) ./cmd/rapport && $(RAPPORT) next $(FROM) $(TO)
print booklet proof cards web preview check: ; @[ -n "$(YEAR)" ] || { echo "which year? For example: make $@ YEAR=2022" >&2; exit 2; }; go build -o $(RAPPORT) ./cmd/rapport && $(RAPPORT) $@ $(YEAR)
dist:   ; @go run ./cmd/dist -out out/dist
send: ; @[ -n "$(YEAR)" ] && [ -n "$(TO)" ] || { echo "which year, and to whom? For example: make send YEAR=2022 TO=../medlemmer.csv" >&2; exit 2; }; go build -o $(RAPPORT) ./cmd/rapport && $(RAPPORT) send $(YEAR) --to "$(TO)"
lint:   ; @.ci/lint
test: lint ; go test ./...
golden: ; go test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n1 dirname | sort -u) -update
fuzz:   ; @.ci/fuzz $(FUZZTIME)
bench:  ; go test -run '^$$' -bench . -benchmem -benchtime $(BENCHTIME) ./...
bench-against: ; @.ci/bench-against $(BASE)
