package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// names is what state-names.tsv says of one ISO 3166 code, by hand.
type names struct {
	skip       bool     // a territory, not a state
	label      string   // common name where the package has another
	formal     string   // "Republic of" or the whole formal name
	aliases    []string // other common names
	adjectives []string // in place of the package's
}

// states lists the sovereign states: code, label, aliases, adjectives.
func states(src sources, handmade string) ([]string, error) {
	notes, err := readNames(handmade)
	if err != nil {
		return nil, err
	}
	var iso struct{ Countries map[string]oneOrMore }
	if err := readJSON(filepath.Join(src.countries, "langs", "en.json"), &iso); err != nil {
		return nil, err
	}
	var adjectives struct{ Nationalities map[string]string }
	if err := readJSON(filepath.Join(src.nationalities, "langs", "en.json"), &adjectives); err != nil {
		return nil, err
	}
	lines := []string{"# code\tlabel\taliases\tadjectives; made by cmd/gazetteer, see README.md"}
	for code, known := range iso.Countries {
		n, ok := notes[code]
		if !ok {
			return nil, fmt.Errorf("%s (%s) is not in %s: say there whether it is a state", code, known[0], handmade)
		}
		if !n.skip {
			lines = append(lines, stateLine(code, known, adjectives.Nationalities[code], n))
		}
	}
	slices.Sort(lines[1:])
	return lines, nil
}

func stateLine(code string, known []string, adjective string, n names) string {
	label := n.label
	if label == "" {
		label = known[0]
	}
	aliases := slices.Concat(known, n.aliases)
	switch {
	case strings.HasSuffix(n.formal, " of"), strings.HasSuffix(n.formal, " of the"):
		aliases = append(aliases, n.formal+" "+label)
	case n.formal != "":
		aliases = append(aliases, n.formal)
	}
	slices.Sort(aliases)
	aliases = slices.DeleteFunc(slices.Compact(aliases), func(a string) bool { return a == label })
	adjectives := n.adjectives
	if len(adjectives) == 0 && !strings.ContainsAny(adjective, "(,") && adjective != label {
		adjectives = []string{adjective}
	}
	return strings.Join([]string{code, label, strings.Join(aliases, "|"), strings.Join(adjectives, "|")}, "\t")
}

// oneOrMore is a string or a list of strings.
type oneOrMore []string

// UnmarshalJSON reads either form.
func (o *oneOrMore) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*o = make([]string, 1)
		return json.Unmarshal(b, &(*o)[0])
	}
	return json.Unmarshal(b, (*[]string)(o))
}

func readJSON(path string, into any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read names: %w", err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("read names %s: %w", path, err)
	}
	return nil
}

// readNames reads state-names.tsv: code, "-" or label, formal name, aliases,
// adjectives; a line "XX territory" leaves a code out.
func readNames(path string) (map[string]names, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read state names: %w", err)
	}
	defer f.Close()
	out := map[string]names{}
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if codes, ok := strings.CutPrefix(line, "territories\t"); ok {
			for _, c := range strings.Fields(codes) {
				out[c] = names{skip: true}
			}
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 5 {
			return nil, fmt.Errorf("%s:%d: %d columns, want code, label, formal, aliases, adjectives", path, n, len(col))
		}
		out[col[0]] = names{label: col[1], formal: col[2], aliases: split(col[3]), adjectives: split(col[4])}
	}
	return out, in.Err()
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
