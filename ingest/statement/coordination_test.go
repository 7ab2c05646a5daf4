package statement

import (
	"slices"
	"strings"
	"testing"
)

// TestCoordination reads series of verbs that the parser takes apart or joins
// in the wrong place.
func TestCoordination(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"verbs taken for nouns", "Operators should strengthen piers, enhance lighting and ensure safety.", []string{
			"Operators | should | recommendation | strengthen | piers | +",
			"Operators | should | recommendation | enhance | lighting | +",
			"Operators | should | recommendation | ensure | safety | +"}},
		{"a verb behind a short condition", "The agency will ensure access to water, empower pilots and, where possible, strengthen local markets.", []string{
			"The agency | will | commitment | ensure | access to water | +",
			"The agency | will | commitment | empower | pilots | +",
			"The agency | will | commitment | strengthen | local markets | +"}},
		{"neither verb a noun", "The operator shall neither discharge waste nor abandon equipment at sea.", []string{
			"The operator | shall | prohibition | discharge | waste | -",
			"The operator | shall | prohibition | abandon | equipment | -"}},
		{"nouns stay nouns", "The agency shall provide data protection, quality control and market access.", []string{
			"The agency | shall | obligation | provide | data protection, quality control and market access | +"}},
		{"an act beside what is maintained", "Norway maintains that tolls must be lifted and supports a fair tariff.", []string{
			"Norway |  | stance | support | a fair tariff | +",
			" | must | obligation | lift | tolls | +"}},
		{"an act behind what is acknowledged", "The Union acknowledges that the reef is dying, and encourages all states to protect it.", []string{
			"The Union |  | stance | acknowledge | that the reef is dying | +",
			"The Union |  | stance | encourage | all states | +",
			"all states | is encouraged to | recommendation | protect | it | +"}},
		{"a plan beside a belief", "The Union believes that small ports deserve help, and will increase its grants.", []string{
			"The Union |  | stance | believe | that small ports deserve help | +",
			"The Union | will | commitment | increase | its grants | +"}},
		{"an act taken for a plural", "The council underlines the value of the reef and encourages neighbouring states to guard it.", []string{
			"The council |  | stance | underline | the value of the reef | +",
			"The council |  | stance | encourage | neighbouring states | +",
			"neighbouring states | is encouraged to | recommendation | guard | it | +"}},
		{"requests side by side", "We call on captains to reduce speed and encourage operators to keep a log.", []string{
			"We |  | stance | call | captains | +",
			"captains | is called on to | recommendation | reduce | speed | +",
			"We |  | stance | encourage | operators | +",
			"operators | is encouraged to | recommendation | keep | a log | +"}},
		{"an object kept apart", "The council shall convene, within two years of the first meeting, a forum of pilots.", []string{
			"The council | shall | obligation | convene | a forum of pilots | +"}},
		{"an object behind what is said in between", "The authorities should provide, upon request, support to captains and, where appropriate, facilitate the exchange of charts.", []string{
			"The authorities | should | recommendation | provide | support | +",
			"The authorities | should | recommendation | facilitate | the exchange of charts | +"}},
		{"many who are asked", "The council encourages the state pilots and captains, as well as guards of the states and private operators, to work with the union.", []string{
			"The council |  | stance | encourage | the state pilots and captains | +",
			"the state pilots | is encouraged to | recommendation | work | the union | +",
			"captains | is encouraged to | recommendation | work | the union | +",
			"guards of the states and private operators | is encouraged to | recommendation | work | the union | +"}},
		{"an infinitive behind a short condition", "The agency undertakes to keep the charts and, where necessary, to print new ones.", []string{
			"The agency | undertakes to | commitment | keep | the charts | +",
			"The agency | undertakes to | commitment | print | new ones | +"}},
		{"a noun behind a verb of a series", "Operators should avoid noise, restrict fishing in the bay.", []string{
			"Operators | should | recommendation | avoid | noise | +",
			"Operators | should | recommendation | restrict | fishing | +"}},
		{"verbs of the nearer clause", "An operator may appeal to the council, and the council may confirm, vary or annul the ban.", []string{
			"An operator | may | permission | appeal | the council | +",
			"the council | may | permission | confirm | the ban | +",
			"the council | may | permission | vary | the ban | +",
			"the council | may | permission | annul | the ban | +"}},
		{"who is not meant", "The operator, not the council, shall paint the pier.", []string{
			"The operator | shall | obligation | paint | the pier | +"}},
		{"an acronym of an office behind a noun", "The agency CIO shall approve every chart.", nil},
		{"manner is not shared", "The states shall act together and provide assistance.", []string{
			"The states | shall | obligation | act |  | +",
			"The states | shall | obligation | provide | assistance | +"}},
	}
	e := extractorBy(t, "testdata/coordination.conllu")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := lines(e.ExtractSentence(tt.text).Found); !slices.Equal(got, tt.want) {
				t.Errorf("found\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(tt.want, "\n  "))
			}
		})
	}
}
