package english

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTokenize(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{" \n\t ", ""},
		{"States shall co-operate.", "States|shall|co-operate|."},
		{"They don't agree; we can't, won't and shouldn't've.", "They|do|n't|agree|;|we|ca|n't|,|wo|n't|and|should|n't|'ve|."},
		{"It’s China’s; the parties’ view", "It|’s|China|’s|;|the|parties|’|view"},
		{"It cannot be", "It|can|not|be"},
		{"long-term, people-centred non-State actors", "long|-|term|,|people|-|centred|non-State|actors"},
		{"policies and/or plans", "policies|and|/|or|plans"},
		{"(a) build; (ii) share", "(|a|)|build|;|(|ii|)|share"},
		{"“Open” ‘data’ – and—so on…", "“|Open|”|‘|data|’|–|and|—|so|on|…"},
		{"wait... what?!", "wait|...|what|?!"},
		{"US$1,200.50, €3m, 15% and £2", "US$|1,200.50|,|€|3|m|,|15|%|and|£|2"},
		{"on 28/11/2000 at 7:30pm in the 1990s", "on|28/11/2000|at|7:30|pm|in|the|1990s"},
		{"the 20th session, 2015-2030, call 555-123-4567", "the|20th|session|,|2015|-|2030|,|call|555-123-4567"},
		{"See https://example.org/a_(b)?x=1, or (www.example.org).", "See|https://example.org/a_(b)?x=1|,|or|(|www.example.org|)|."},
		{"Write to info@example.org.", "Write|to|info@example.org|."},
		{"Mr. Obi of the U.S. met Dr. Roe, Ph.D.", "Mr.|Obi|of|the|U.S.|met|Dr.|Roe|,|Ph.D."},
		{"Art. 5 and No. 3, e.g. this one, i.e. that.", "Art.|5|and|No.|3|,|e.g.|this|one|,|i.e.|that|."},
		{"We said no. They made art.", "We|said|no|.|They|made|art|."},
		{"J. Doe chose plan B.", "J.|Doe|chose|plan|B|."},
		{"obey the law.The parties met", "obey|the|law|.|The|parties|met"},
		{"resolution A/RES/70/1 of AT&T and R&D", "resolution|A/RES/70/1|of|AT&T|and|R&D"},
		{"1. Members agree", "1|.|Members|agree"},
		{"section 1.2 (b)(iii)", "section|1.2|(|b|)|(|iii|)"},
		{"O'Neill's '90s", "O'Neill|'s|'90s"},
		{"naïve Zoë 中文 e\u0301tude", "naïve|Zoë|中文|e\u0301tude"},
		{"bad \xff\xfe bytes", "bad|\xff|\xfe|bytes"},
		{"a\u00a0b", "a|b"},
	}
	for _, test := range tests {
		var got []string
		for _, token := range Tokenize(test.text) {
			got = append(got, token.Text)
		}
		if joined := strings.Join(got, "|"); joined != test.want {
			t.Errorf("Tokenize(%q)\n got %s\nwant %s", test.text, joined, test.want)
		}
	}
}

// checkTokens reports tokens that break what Tokenize promises of offsets.
func checkTokens(t *testing.T, text string, tokens []Token) {
	t.Helper()
	at, valid := 0, utf8.ValidString(text)
	for i, token := range tokens {
		if token.Start < at || token.End <= token.Start || token.End > len(text) {
			t.Fatalf("token %d has span %v after %d in %q", i, token.Span, at, text)
		}
		if strings.TrimSpace(text[at:token.Start]) != "" {
			t.Fatalf("%q before token %d is lost", text[at:token.Start], i)
		}
		if token.Text != text[token.Start:token.End] || strings.IndexFunc(token.Text, unicode.IsSpace) >= 0 {
			t.Fatalf("token %d is %q at %v", i, token.Text, token.Span)
		}
		if valid && !utf8.ValidString(token.Text) {
			t.Fatalf("token %d cuts a code point: %q", i, token.Text)
		}
		at = token.End
	}
	if strings.TrimSpace(text[at:]) != "" {
		t.Fatalf("%q at the end is lost", text[at:])
	}
}

func FuzzTokenize(f *testing.F) {
	for _, seed := range []string{"", "It's 5pm, e.g. in the U.S.", "x'y'z's's", "www.a.b)))", "a@b@c", "1-2-3/4:5,678",
		"A/B/C/", "—’s “x”", "\xff'\xe2\x80", "don’t", "....", "a.B.c.The", "''''", "-’-’-"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkTokens(t, text, Tokenize(text)) })
}

// TestTokenizeLongLines feeds the patterns that could make a scan start over:
// with quadratic time this test would not end.
func TestTokenizeLongLines(t *testing.T) {
	for _, unit := range []string{"a", "a'", "'s", "x's", "A/", "1-", "1/", "1,", "a.", "a-", "non-", "www.", "a@", "@", "a.-",
		")", "www.a)", "aaa.Aa", "-", "'", "é", "\xff", "((", "http://"} {
		text := strings.Repeat(unit, 1<<17/len(unit))
		checkTokens(t, text, Tokenize(text))
		checkTokens(t, text+"@", Tokenize(text+"@"))
	}
}

// TestTokenizeTreebank holds the tokeniser to a floor on annotated text.
func TestTokenizeTreebank(t *testing.T) {
	for name, floor := range map[string]float64{
		"en_ewt-dev": 98.5, "en_ewt-test": 98.5, "en_gum_open-dev": 99, "en_gum_open-test": 99,
	} {
		var score spanScore
		for s := range treebank(t, name) {
			score.add(spansOf(s.Tokens), spansOf(Tokenize(s.Text)))
		}
		t.Logf("%s: %d tokens, F1 %.2f", name, score.gold, score.f1())
		if score.gold < 10_000 || score.f1() < floor {
			t.Errorf("%s: F1 %.2f over %d tokens, want at least %.2f", name, score.f1(), score.gold, floor)
		}
	}
}
