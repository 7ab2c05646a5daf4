package statement

import "testing"

// TestPractices reads what holders of offices do, where a text assigns duties
// by telling so, and where it only tells.
func TestPractices(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  []string
	}{
		{"under responsibilities", []string{"# Roles and responsibilities", "The harbour captain keeps the log and checks every lamp."}, []string{
			"The harbour captain |  | obligation | keep | the log | +",
			"The harbour captain |  | obligation | check | every lamp | +"}},
		{"under governance, in the passive", []string{"# Governance", "Pilots are appointed by the Council and trained by the Agency."}, []string{
			"the Council |  | obligation | appoint | Pilots | +",
			"the Agency |  | obligation | train | Pilots | +"}},
		{"many of a kind, with an adverb", []string{"# Terms of Reference", "All captains promptly report broken lamps."}, []string{
			"All captains |  | obligation | report | broken lamps | +"}},
		{"what is not done", []string{"# Duties of the crew", "The captain does not sail in a storm."}, []string{
			"The captain |  | prohibition | sail |  | -"}},
		{"verbs taken apart", []string{"# Oversight", "The agency provides charts and lamps, maintains the pier and repairs every buoy."}, []string{
			"The agency |  | obligation | provide | charts and lamps | +",
			"The agency |  | obligation | maintain | the pier | +",
			"The agency |  | obligation | repair | every buoy | +"}},
		{"who is asked for something", []string{"# Responsibilities", "The council asks all captains to share their charts."}, []string{
			"The council |  | stance | ask | all captains | +",
			"all captains | is asked to | recommendation | share | their charts | +"}},
		{"states", []string{"# Responsibilities", "The agency has nine boats. | It depends on the council."}, nil},
		{"the past", []string{"# Responsibilities", "The agency kept the log."}, nil},
		{"we", []string{"# Shared responsibilities", "We sail at night."}, nil},
		{"things", []string{"# Responsibilities", "The lamp shines at night."}, nil},
		{"under another heading", []string{"# The role of captains", "The harbour captain keeps the log."}, nil},
		{"under none", []string{"The harbour captain keeps the log."}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, read(t, tt.lines...), tt.want) })
	}
}
