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
		{"a noun hung on the verb", "States bear the main responsibility for the protection of the right to fish, and operators have a duty to respect it.", []string{
			"operators | have a duty to | obligation | respect | it | +",
			"States | main responsibility for | obligation | protect | the right | +"}},
		{"a series behind a noun of duty", "Captains have a special duty to lead by example, to create a mood in which people feel free to speak up, and to report accidents promptly.", []string{
			"Captains | have a special duty to | obligation | lead |  | +",
			"Captains | have a special duty to | obligation | create | a mood | +",
			"Captains | have a special duty to | obligation | report | accidents | +"}},
		{"bodies that are held to something", "The union is asked to hold authorities to account.", []string{
			"The union | is asked to | recommendation | hold | authorities | +"}},
		{"ought for a verb", "Captains and their guards ought to warn swimmers, above all at night, and raise a flag.", []string{
			"Captains | ought to | recommendation | warn | swimmers | +",
			"their guards | ought to | recommendation | warn | swimmers | +",
			"Captains | ought to | recommendation | raise | a flag | +",
			"their guards | ought to | recommendation | raise | a flag | +"}},
		{"an adjective and a verb", "Captains need to be alert and assess what is seen at night.", []string{
			"Captains | need to | obligation | be | alert | +",
			"Captains | need to | obligation | assess | what is seen | +"}},
		{"a right that is reserved", "The company reserves the right to inspect the cabins.", []string{
			"The company | reserves the right to | permission | inspect | the cabins | +"}},
		{"what is wanted", "We want to ensure that small boats find a berth.", []string{
			"We | want to | goal | ensure | that small boats find a berth | +"}},
		{"what others are wanted to do", "We want every pilot to be able to swim.", nil},
		{"whose acts are expected", "The council expects captains to share their charts.", []string{
			"The council |  | stance | expect | captains | +",
			"captains | is expected to | recommendation | share | their charts | +"}},
		{"stands ready", "The agency stands ready to help captains.", []string{
			"The agency | stands ready to | commitment | help | captains | +"}},
		{"remains committed", "The council remains committed to opening the harbour.", []string{
			"The council | remains committed to | commitment | open | the harbour | +"}},
		{"called upon", "The states are called upon to map the reefs and mark every wreck.", []string{
			"The states | are called upon to | recommendation | map | the reefs | +",
			"The states | are called upon to | recommendation | mark | every wreck | +"}},
		{"an offence for X to", "It is an offence for any captain to leave the port at night.", []string{
			"any captain | It is an offence for | prohibition | leave | the port | -"}},
		{"what nobody may do", "It is prohibited to dump oil in the bay.", []string{
			" | It is prohibited | prohibition | dump | oil | -"}},
		{"what follows a comma", "The agency shall report to the council, which will hold a hearing.", []string{
			"The agency | shall | obligation | report | the council | +",
			"the council | will | commitment | hold | a hearing | +"}},
		{"what others undertake", "The agency may propose measures, to which the council undertakes to respond.", []string{
			"The agency | may | permission | propose | measures | +",
			"the council | undertakes to | commitment | respond |  | +"}},
		{"who will benefit", "The agency shall help captains who will lose their boats.", []string{
			"The agency | shall | obligation | help | captains | +"}},
		{"who is described", "Operators that are private companies shall register themselves and shall not sell fish that has not been weighed.", []string{
			"Operators | shall | obligation | register | themselves | +",
			"Operators | shall not | prohibition | sell | fish | -"}},
		{"another's duty beside one's own", "Although the agency is responsible for checking all piers, the operator must report broken lamps.", []string{
			"the operator | must | obligation | report | broken lamps | +",
			"the agency | is responsible for | obligation | check | all piers | +"}},
		{"another's permission meanwhile", "Large operators will have to offer tickets, while small operators may apply for an exemption.", []string{
			"Large operators | will have to | obligation | offer | tickets | +",
			"small operators | may | permission | apply | an exemption | +"}},
		{"what is owned beside a duty", "Although the agency owns the pier, the operator must repair it.", []string{
			"the operator | must | obligation | repair | it | +"}},
		{"in one breath with a duty", "The agency is in charge of pilot training and ensures that every pilot passes.", []string{
			"The agency | is in charge of | obligation | train | pilot | +",
			"The agency |  | obligation | ensure | that every pilot passes | +"}},
		{"a state beside a duty", "The agency is responsible for painting the buoys and owns two boats.", []string{
			"The agency | is responsible for | obligation | paint | the buoys | +"}},
		{"a verb taken for a modifier", "States Parties undertake to protect and restore the reefs.", []string{
			"States Parties | undertake to | commitment | protect | the reefs | +",
			"States Parties | undertake to | commitment | restore | the reefs | +"}},
		{"a body as what it is", "The union, as the widest forum that captains have, should lead the work.", []string{
			"The union | should | recommendation | lead | the work | +"}},
		{"an object behind a set phrase", "The states shall put in place rescue mechanisms.", []string{
			"The states | shall | obligation | put | rescue mechanisms | +"}},
		{"two objects behind a set phrase", "The states shall put in place rescue and warning systems.", []string{
			"The states | shall | obligation | put | rescue and warning systems | +"}},
		{"an object behind its recipients", "The council shall submit to the union and the authority a report on the wrecks.", []string{
			"The council | shall | obligation | submit | a report | +"}},
		{"an object behind whom it is open to", "The agency shall make available to the union a list of pilots.", []string{
			"The agency | shall | obligation | make | a list of pilots | +"}},
		{"when, behind a recipient", "The agency shall report to the council every year.", []string{
			"The agency | shall | obligation | report | the council | +"}},
		{"a phrase put in behind another", "Within a week after the day on which the union meets, the council, having heard the pilots, shall issue a notice.", []string{
			"the council | shall | obligation | issue | a notice | +"}},
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
