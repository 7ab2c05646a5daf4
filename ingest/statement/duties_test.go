package statement

import (
	"slices"
	"strings"
	"testing"
)

// TestDutiesInOtherWords reads duties that no modal lays on the subject of its
// verb.
func TestDutiesInOtherWords(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"it is ADJECTIVE that", "It is essential that the agency invest in new pilots and publish its tariff.", []string{
			"the agency | It is essential that | obligation | invest | new pilots | +",
			"the agency | It is essential that | obligation | publish | its tariff | +"}},
		{"it is ADJECTIVE for X to", "It is advisable for captains to carry a second compass.", []string{
			"captains | It is advisable for | recommendation | carry | a second compass | +"}},
		{"incumbent upon X to", "It is incumbent upon all states to rescue sailors in distress.", []string{
			"all states | It is incumbent upon | obligation | rescue | sailors | +"}},
		{"it is the NOUN of X to", "It shall be the duty of every captain to keep a log and to report collisions.", []string{
			"every captain | It shall be the duty of | obligation | keep | a log | +",
			"every captain | It shall be the duty of | obligation | report | collisions | +"}},
		{"it is for X to", "It is for the council to decide whether the pier is safe.", []string{
			"the council | It is for | obligation | decide | whether the pier is safe | +"}},
		{"it falls to X to", "It falls to the union to train the divers.", []string{
			"the union | It falls to | obligation | train | the divers | +"}},
		{"what is not necessary is not forbidden", "It is not necessary for the captain to sign the form.", []string{
			"the captain | It is not necessary for | obligation | sign | the form | -"}},
		{"what is prohibited", "It is prohibited for any company to dump oil in the bay.", []string{
			"any company | It is prohibited for | prohibition | dump | oil | -"}},
		{"a description", "It is essential that boats float.", nil},
		{"a note", "It should be noted that the council met in spring.", nil},
		{"bears responsibility", "States bear the primary responsibility for the protection of sailors.", []string{
			"States | primary responsibility for | obligation | protect | sailors | +"}},
		{"responsibility lies with", "Responsibility for painting the buoys lies with the operator.", []string{
			"the operator | Responsibility for | obligation | paint | the buoys | +"}},
		{"responsibility for an act rests with", "Responsibility for the maintenance of the canal rests with the agency.", []string{
			"the agency | Responsibility for | obligation | maintain | the canal | +"}},
		{"acts that share an object", "The council is responsible for the design, testing and maintenance of the buoys.", []string{
			"The council | is responsible for | obligation | design | the buoys | +",
			"The council | is responsible for | obligation | test | the buoys | +",
			"The council | is responsible for | obligation | maintain | the buoys | +"}},
		{"tasked with", "The agency is tasked with keeping the charts and with advising the council.", []string{
			"The agency | is tasked with | obligation | keep | the charts | +",
			"The agency | is tasked with | obligation | advise | the council | +"}},
		{"given the power", "The agency will be given the power to close the harbour.", []string{
			"The agency | will be given the power to | permission | close | the harbour | +"}},
		{"the option of", "All operators will have the option of leasing a boat.", []string{
			"All operators | will have the option of | permission | lease | a boat | +"}},
		{"prohibited from", "Operators are prohibited from selling the catch or dumping it.", []string{
			"Operators | are prohibited from | prohibition | sell | the catch | -",
			"Operators | are prohibited from | prohibition | dump | it | -"}},
		{"a thing that requires", "This statute requires captains to keep a log and to report collisions.", []string{
			"captains | is required to | obligation | keep | a log | +",
			"captains | is required to | obligation | report | collisions | +"}},
		{"a role to play", "The guard has a vital role to play in every rescue.", []string{
			"The guard | has a vital role to | stance | play | a vital role | +"}},
	}
	e := extractorBy(t, "testdata/duties.conllu")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := lines(e.ExtractSentence(tt.text).Found); !slices.Equal(got, tt.want) {
				t.Errorf("found\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(tt.want, "\n  "))
			}
		})
	}
}
