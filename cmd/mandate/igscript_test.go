package main

import (
	"regexp"
	"slices"
	"testing"
)

// What IG-Parser's grammar says of a component whose content is plain text: a
// symbol of a component, maybe a suffix and an annotation, and in round brackets
// the characters that it knows. No other brackets stand in it, which would nest.
var (
	igComponent = regexp.MustCompile(`(Bdir|Bind|Cac|Cex|A|D|I|O)\(([a-zA-Z0-9'’,;.<>+~:\-*/%&=@$£€¤§"#!` + "`" + `\\|\s]+)\)`)
	igLine      = regexp.MustCompile(`^` + igComponent.String() + `( ` + igComponent.String() + `)*$`)
)

func TestIGScriptIsReadBack(t *testing.T) {
	r := record{
		Actor: "Société Générale (Nordea [AND] Ørsted)", Deontic: "shall", Aim: "inspect",
		Object:    "the Annex{2} of Article(5), A(farmers) and “other” — named — things?",
		Recipient: "the I(aim) office", Condition: "if Cac(x)\n\tholds", Constraint: "50 % of 3 ≤ 4 in Cex[tfr](winter)",
		OrElse: "a fine of €500; 北京", Sentence: "not shown",
	}
	line := r.igScript()
	if !igLine.MatchString(line) {
		t.Fatalf("IG-Parser would not read %s", line)
	}
	want := [][2]string{
		{"A", "Societe Generale <Nordea <AND> Orsted>"}, {"D", "shall"}, {"I", "inspect"},
		{"Bdir", `the Annex<2> of Article<5>, A<farmers> and "other" - named - things`},
		{"Bind", "the I<aim> office"}, {"Cac", "if Cac<x> holds"}, {"Cex", "50 % of 3 4 in Cex<tfr><winter>"},
		{"O", "a fine of €500;"},
	}
	var got [][2]string
	for _, m := range igComponent.FindAllStringSubmatch(line, -1) {
		got = append(got, [2]string{m[1], m[2]})
	}
	if !slices.Equal(got, want) {
		t.Errorf("read back\n%q\nwant\n%q", got, want)
	}
}

// A component of which nothing can be written is left out, not empty.
func TestIGScriptLeavesOutWhatItCannotWrite(t *testing.T) {
	if got := (record{Actor: "北京", Deontic: "shall", Aim: "sing"}).igScript(); got != "D(shall) I(sing)" {
		t.Errorf("%q", got)
	}
}
