package graph_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// triple is one statement of a Turtle file, IRIs in full, literals with their
// quotation marks.
type triple struct{ subject, predicate, object string }

var turtleToken = regexp.MustCompile(`\s+|#[^\n]*|<[^<>"\s]*>|"(?:[^"\\\n]|\\.)*"(?:@[a-z-]+|\^\^\S+)?|@prefix\b|[A-Za-z]*:[\w-]*|a\b|[.;,]`)

// readTurtle reads the part of Turtle that the vocabulary is written in: prefixes,
// IRIs, prefixed names, "a", string literals, and lists of objects and of
// predicates. Anything else fails the test.
func readTurtle(t *testing.T, text string) []triple {
	t.Helper()
	tokens, err := turtleTokens(text)
	if err != nil {
		t.Fatal(err)
	}
	prefixes := map[string]string{}
	var out []triple
	for len(tokens) > 0 {
		if tokens[0] == "@prefix" && len(tokens) > 3 && tokens[3] == "." {
			prefixes[tokens[1]] = strings.Trim(tokens[2], "<>")
			tokens = tokens[4:]
			continue
		}
		var block []triple
		if block, tokens, err = turtleBlock(tokens, prefixes); err != nil {
			t.Fatal(err)
		}
		out = append(out, block...)
	}
	return out
}

func turtleTokens(text string) ([]string, error) {
	var tokens []string
	for at := 0; at < len(text); {
		loc := turtleToken.FindStringIndex(text[at:])
		if loc == nil || loc[0] != 0 || loc[1] == 0 {
			return nil, fmt.Errorf("no Turtle at %.40q", text[at:])
		}
		if w := text[at : at+loc[1]]; strings.TrimSpace(w) != "" && w[0] != '#' {
			tokens = append(tokens, w)
		}
		at += loc[1]
	}
	return tokens, nil
}

// turtleBlock reads one subject with its predicates and objects, up to the dot.
func turtleBlock(tokens []string, prefixes map[string]string) ([]triple, []string, error) {
	var out []triple
	subject, predicate, want := "", "", "subject"
	for i, w := range tokens {
		switch {
		case want == "separator" && w == ".":
			return out, tokens[i+1:], nil
		case want == "separator" && w == ";":
			want = "predicate"
			continue
		case want == "separator" && w == ",":
			want = "object"
			continue
		case want == "separator" || strings.ContainsAny(w[:1], ".;,@"):
			return nil, nil, fmt.Errorf("%q behind %q, want a %s", w, strings.Join(tokens[:i], " "), want)
		}
		term, err := turtleTerm(w, prefixes)
		if err != nil {
			return nil, nil, err
		}
		switch want {
		case "subject":
			subject, want = term, "predicate"
		case "predicate":
			predicate, want = term, "object"
		case "object":
			out, want = append(out, triple{subject, predicate, term}), "separator"
		}
	}
	return nil, nil, fmt.Errorf("no dot ends the block of %q", subject)
}

func turtleTerm(w string, prefixes map[string]string) (string, error) {
	switch {
	case w == "a":
		return "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", nil
	case w[0] == '<':
		return strings.Trim(w, "<>"), nil
	case w[0] == '"':
		return w, nil
	}
	prefix, local, _ := strings.Cut(w, ":")
	base, ok := prefixes[prefix+":"]
	if !ok {
		return "", fmt.Errorf("%q has no prefix", w)
	}
	return base + local, nil
}
