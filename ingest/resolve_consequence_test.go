package ingest

import (
	"strings"
	"testing"
)

// A sentence that says what follows where a duty is not done belongs to the duty
// in front of it; want holds that of each duty by its aim, none for the others.
func TestConsequencesBelongToTheDutyInFront(t *testing.T) {
	tests := []struct {
		name, text string
		want       map[string]string
	}{
		{"to do so", "Every skipper must register the crew. Failure to do so shall result in a penalty of 500 euros.",
			map[string]string{"register": "Failure to do so shall result in a penalty of 500 euros"}},
		{"a condition", "Owners must clear the quay. If they fail to do so, the port may clear it at their expense.",
			map[string]string{"clear": "If they fail to do so, the port may clear it at their expense"}},
		{"a condition by the order of words", "The contractor shall repair the pier within a month. Should it fail to do so, the council may withhold payment.",
			map[string]string{"repair": "Should it fail to do so, the council may withhold payment"}},
		{"otherwise", "The applicant shall submit the form within ten days. Otherwise, the application lapses.",
			map[string]string{"submit": "Otherwise, the application lapses"}},
		{"failing this", "The tenant must vacate the stall by noon. Failing this, the manager may remove the goods.",
			map[string]string{"vacate": "Failing this, the manager may remove the goods"}},
		{"in default", "The ferry company must publish its fares. In default thereof, the regulator shall print them.",
			map[string]string{"publish": "In default thereof, the regulator shall print them"}},
		{"who breaks it", "Drivers must wear a badge. Violators shall be fined.",
			map[string]string{"wear": "Violators shall be fined"}},
		{"a breach of it", "Operators shall keep a log for five years. Breach of this duty constitutes an offence.",
			map[string]string{"keep": "Breach of this duty constitutes an offence"}},
		{"not complying", "Employees shall wear helmets. Non-compliance may lead to dismissal.",
			map[string]string{"wear": "Non-compliance may lead to dismissal"}},
		{"the act again", "Each member shall pay its dues by May. A member that has not paid its dues shall lose its vote.",
			map[string]string{"pay": "A member that has not paid its dues shall lose its vote"}},
		{"the act by a noun", "The Secretary shall convene a meeting. Failure by the Secretary to convene a meeting entitles any member to do so.",
			map[string]string{"convene": "Failure by the Secretary to convene a meeting entitles any member to do so"}},
		{"a notice", "The owner shall comply with the notice within ten days. An owner who fails to comply with a notice commits an offence.",
			map[string]string{"comply": "An owner who fails to comply with a notice commits an offence"}},
		{"a prohibition", "No person shall dump oil. A person who dumps oil is guilty of an offence.",
			map[string]string{"dump": "A person who dumps oil is guilty of an offence"}},
		{"a prohibition, doing so", "Captains shall not anchor on the reef. Any captain who does so may be fined.",
			map[string]string{"anchor": "Any captain who does so may be fined"}},
		{"a list", "The owner shall:\n\n(a) pay the dues; and\n\n(b) display the receipt.\n\nFailure to do so shall result in removal of the boat.\n",
			map[string]string{"pay": "Failure to do so shall result in removal of the boat", "display": "Failure to do so shall result in removal of the boat"}},
		{"in the same sentence", "Owners must clear the quay; failure to do so is an offence.",
			map[string]string{"clear": "failure to do so is an offence"}},
		{"in the same sentence, who fails", "Owners must clear the quay, and any person who fails to do so is liable to a fine.",
			map[string]string{"clear": "any person who fails to do so is liable to a fine"}},
		{"its section", "Article 7. Data\n\nThe Parties shall exchange data. They shall meet each year. Any Party in breach of this Article may be suspended.\n\nArticle 8. Dues\n\nThe Parties shall pay dues.\n",
			map[string]string{"exchange": "Any Party in breach of this Article may be suspended", "meet": "Any Party in breach of this Article may be suspended"}},
		{"a numbered paragraph", "Section 4. Logs\n\n(1) An operator must keep a log.\n\n(2) An operator must train the crew.\n\n(3) A person who contravenes subsection (1) commits an offence.\n\n(4) A person guilty of an offence under this section is liable to a fine.\n",
			map[string]string{"keep": "A person who contravenes subsection (1) commits an offence; A person guilty of an offence under this section is liable to a fine"}},
		{"another section", "Section 4. Logs\n\nAn operator must keep a log.\n\nSection 5. Crews\n\nAn operator must train the crew.\n\nSection 6. Penalties\n\nAny operator who fails to comply with section 4 shall lose its licence.\n",
			map[string]string{"keep": "Any operator who fails to comply with section 4 shall lose its licence"}},

		{"a report", "Operators shall keep a log. Many operators fail to do so.", nil},
		{"what does not follow", "The council shall meet twice a year. Failure to do so shall not affect the validity of its decisions.", nil},
		{"what is common", "The agency shall report. Failure to report is common.", nil},
		{"another act", "The owner shall keep a log. An owner who fails to insure the boat is liable to a fine.", nil},
		{"another norm", "Staff must report leaks. Breaches of the code will be investigated.", nil},
		{"reasons for a refusal", "An application shall be made in writing. The Officer must give reasons for any refusal.", nil},
		{"a breach of something", "The keeper shall lock the gate. Any breach must be reported to the warden.", nil},
		{"who does so, in the same sentence", "Users must not copy the list; anyone who does so may be fined.",
			map[string]string{"copy": "anyone who does so may be fined"}},
		{"complying", "Operators shall train crews. If the operator complies with this rule, it may fly a flag.", nil},
		{"doing one's duty", "Operators shall train crews. An operator who trains crews may fly a flag.", nil},
		{"permissions", "Members may vote by letter. Otherwise, they vote in person.", nil},
		{"far away", "The owner shall keep a log. The sea is wide. The bay is deep. The reef is old. Failure to do so is an offence.", nil},
		{"a duty with another condition", "Members shall vote in person. A member who is absent may vote by letter.", nil},
	}
	p := pipeline(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := p.Read(t.Context(), FromText("rules.txt", "", []byte(tt.text)))
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for _, s := range r.Statements {
				if s.OrElse == "" {
					continue
				}
				got[s.Aim] = s.OrElse
				if n := len(s.Evidence.Context); !strings.Contains(s.Evidence.Quote, s.OrElse) && (n == 0 || !strings.HasPrefix(s.OrElse[strings.LastIndex(s.OrElse, "; ")+1:], " ") && !strings.HasPrefix(s.Evidence.Context[n-1].In(r.Document.Text), s.OrElse)) {
					t.Errorf("the sentence behind %q is no evidence of it: %v", s.OrElse, s.Evidence.Context)
				}
			}
			if len(r.Statements) == 0 {
				t.Fatal("no duty was found")
			}
			for aim, want := range tt.want {
				if got[aim] != want {
					t.Errorf("or else of %s: %q, want %q", aim, got[aim], want)
				}
				delete(got, aim)
			}
			if len(got) > 0 {
				t.Errorf("or else of others: %q", got)
			}
			if err := r.Validate(); err != nil {
				t.Error(err)
			}
		})
	}
}
