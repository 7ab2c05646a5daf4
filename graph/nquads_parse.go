package graph

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// parseQuad reads one line of N-Quads. It takes IRIs that are not absolute, and
// literals in every place, as Cayley does; bare words it takes nowhere.
func (n Namer) parseQuad(line string) (q quad.Quad, err error) {
	if !utf8.ValidString(line) {
		return q, errors.New("not UTF-8")
	}
	for _, d := range quad.Directions {
		if line = skipBlank(line); d == quad.Label && strings.HasPrefix(line, ".") {
			break
		}
		var v quad.Value
		if v, line, err = n.parseTerm(line); err != nil {
			return q, fmt.Errorf("%s: %w", strings.ToLower(d.String()), err)
		}
		q.Set(d, v)
	}
	rest, stopped := strings.CutPrefix(skipBlank(line), ".")
	if rest = skipBlank(rest); !stopped || rest != "" && rest[0] != '#' {
		return q, fmt.Errorf("a full stop should end the quad, where %s stands", shown(line))
	}
	return q, nil
}

func skipBlank(s string) string { return strings.TrimLeft(s, " \t") }

// shown is the start of what could not be read, for a message.
func shown(s string) string {
	const enough = 30
	if s = skipBlank(s); s == "" {
		return "nothing"
	}
	if runes := []rune(s[:min(len(s), 4*enough)]); len(runes) > enough {
		return strconv.Quote(string(runes[:enough])) + "…"
	}
	return strconv.Quote(s)
}

// parseTerm reads the value that a text starts with and returns the rest.
func (n Namer) parseTerm(s string) (v quad.Value, rest string, err error) {
	switch {
	case strings.HasPrefix(s, "<"):
		iri, rest, err := parseIRI(s)
		return quad.IRI(n.Short(iri)), rest, err
	case strings.HasPrefix(s, "_:"):
		end := strings.IndexAny(s, " \t")
		if end < 0 {
			end = len(s)
		}
		name := strings.TrimRight(s[2:end], ".")
		if name == "" {
			return nil, s, errors.New("a blank node without a name")
		}
		return quad.BNode(name), s[2+len(name):], nil
	case strings.HasPrefix(s, `"`):
		return parseLiteral(s)
	}
	return nil, s, fmt.Errorf("%s is neither an IRI in <> nor a literal in \"\" nor a blank node", shown(s))
}

// parseIRI reads an IRI in full.
func parseIRI(s string) (iri, rest string, err error) {
	iri, rest, closed := strings.Cut(s[1:], ">")
	if !closed || iri == "" || strings.ContainsAny(iri, "<\" \t") {
		return "", s, fmt.Errorf("%s is no IRI in <>", shown(s))
	}
	iri, err = unescape(iri)
	return iri, rest, err
}

// parseLiteral reads a string, with its language or type.
func parseLiteral(s string) (v quad.Value, rest string, err error) {
	end := 1
	for end < len(s) && s[end] != '"' {
		if s[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(s) {
		return nil, s, fmt.Errorf("the literal %s does not end", shown(s))
	}
	text, err := unescape(s[1:end])
	if err != nil {
		return nil, s, err
	}
	switch rest = s[end+1:]; {
	case strings.HasPrefix(rest, "@"):
		language := rest[1 : 1+wordLength(rest[1:])]
		if language == "" {
			return nil, s, fmt.Errorf("the literal %s has no language after its @", shown(s))
		}
		return quad.LangString{Value: quad.String(text), Lang: language}, rest[1+len(language):], nil
	case strings.HasPrefix(rest, "^^<"):
		kind, rest, err := parseIRI(rest[2:])
		return typed(text, kind), rest, err
	}
	return quad.String(text), rest, nil
}

// wordLength is how many bytes a language tag takes.
func wordLength(s string) int {
	n := 0
	for n < len(s) && (s[n] == '-' || '0' <= s[n] && s[n] <= '9' || 'a' <= s[n]|0x20 && s[n]|0x20 <= 'z') {
		n++
	}
	return n
}

// typed is the number, time or truth value that a text of a type stands for,
// where Cayley has one that is written as the same text.
func typed(text, kind string) quad.Value {
	raw := quad.TypedString{Value: quad.String(text), Type: quad.IRI(kind)}
	v, err := raw.ParseValue()
	if again, ok := v.(quad.TypedStringer); err != nil || !ok || again.TypedString().Value != raw.Value {
		return raw
	}
	return v
}

// unescape reads the characters that are written by number or by letter.
func unescape(s string) (string, error) {
	if !strings.Contains(s, `\`) {
		return s, nil
	}
	var b strings.Builder
	for s != "" {
		before, after, escaped := strings.Cut(s, `\`)
		b.WriteString(before)
		if s = after; !escaped {
			break
		}
		r, length := escape(s)
		if length == 0 {
			return "", fmt.Errorf("%s is no escape of N-Quads", shown(`\`+s))
		}
		b.WriteRune(r)
		s = s[length:]
	}
	return b.String(), nil
}

// escape reads what follows a backslash, and its length; 0 where it is none.
func escape(s string) (r rune, length int) {
	if s == "" {
		return 0, 0
	}
	if digits := map[byte]int{'u': 4, 'U': 8}[s[0]]; digits > 0 {
		if len(s) <= digits {
			return 0, 0
		}
		code, err := strconv.ParseUint(s[1:1+digits], 16, 32)
		if r := rune(code); err == nil && utf8.ValidRune(r) {
			return r, 1 + digits
		}
		return 0, 0
	}
	if i := strings.IndexByte(`tbnrf"'\`, s[0]); i >= 0 {
		return rune("\t\b\n\r\f\"'\\"[i]), 1
	}
	return 0, 0
}
