package statement

import "testing"

func TestResolutions(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  []string
	}{
		{"an act and what is decided", []string{"The Harbour Council,", "Adopts this plan;", "Decides to survey the coast."}, []string{
			"The Harbour Council |  | stance | adopt | this plan | +",
			"The Harbour Council |  | stance | decide | to survey the coast | +",
			"The Harbour Council | decides to | commitment | survey | the coast | +"}},
		{"a recital that states nothing does not end what the body says", []string{"The Harbour Council,",
			"Recalling its report,", "Mindful of the storms,", "Having met in Oslo,",
			"• Requests the Agency to mark the channel;", "• CALLS UPON states to train pilots."}, []string{
			"The Harbour Council |  | stance | recall | its report | +",
			"The Harbour Council |  | stance | request | the Agency | +",
			"the Agency | is requested to | recommendation | mark | the channel | +",
			"The Harbour Council |  | stance | call | states | +",
			"states | is called upon to | recommendation | train | pilots | +"}},
		{"paragraphs under headings within a resolution", []string{"The Harbour Council,", "# Pilots", "• Also urges states to train pilots."}, []string{
			"The Harbour Council |  | stance | urge | states | +",
			"states | is urged to | recommendation | train | pilots | +"}},
		{"one act after another", []string{"The Harbour Council,",
			"• Welcomes the report of the pilots, and in this regard invites the Agency to mark the channel."}, []string{
			"The Harbour Council |  | stance | welcome | the report of the pilots | +",
			"The Harbour Council |  | stance | invite | the Agency | +",
			"the Agency | is invited to | recommendation | mark | the channel | +"}},
		{"a determination", []string{"The states,", "Determined to protect the coast,", "Have agreed as follows:"}, []string{
			"The states | determined to | goal | protect | the coast | +"}},
		{"a paragraph of its own ends it", []string{"The Harbour Council,", "The boats are old.", "Recalling the storms, pilots left."}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, read(t, tt.lines...), tt.want) })
	}
}
