package instrument

import (
	"strings"
	"sync"
	"testing"

	"mandate/data"
	"mandate/ingest/english"
)

var loadOnce = sync.OnceValues(func() (*english.Model, error) { return english.Load(data.FS) })

// find reads a text and returns its mentions by sentence.
func find(t testing.TB, g *Gazetteer, text string) [][]Mention {
	t.Helper()
	model, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]Mention
	for _, cut := range english.SplitSentences(text) {
		s := model.Parse(text[cut.Start:cut.End])
		out = append(out, g.Find(&s))
	}
	return out
}

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// labels resolves all mentions of a text: "label" or "part of label", joined by "; ".
func labels(t *testing.T, title, text string) string {
	t.Helper()
	g := load(t)
	r := g.NewResolver(title)
	var out []string
	for _, ms := range find(t, g, text) {
		for _, m := range ms {
			if ref, ok := r.Resolve(m); ok && ref.Part != "" {
				out = append(out, ref.Part)
			} else if ok {
				out = append(out, ref.Label)
			}
		}
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	tests := []struct{ text, want string }{
		{"States shall act in accordance with the Charter of the United Nations.", "UN Charter"},
		{"Norway reaffirms the UN Charter and the Paris Agreement.", "UN Charter; Paris Agreement"},
		{"We will implement the 2030 Agenda for Sustainable Development and the 2030 Agenda.", "2030 Agenda; 2030 Agenda"},
		{"Controllers shall comply with Regulation (EU) 2016/679 and Directive 2001/29/EC.", "General Data Protection Regulation; Directive 2001/29/EC"},
		{"The Agency shall apply Council Regulation (EC) No 139/2004.", "Regulation (EC) 139/2004"},
		{"Recalling its resolution 72/228 of 20 December 2017, the Assembly requests a report.", "resolution 72/228"},
		{"States should follow General Assembly resolution 72/228 and resolution A/RES/72/228.", "resolution 72/228; resolution 72/228"},
		{"All parties must respect Security Council resolution 1325 (2000) and resolution 1325 (2000).", "Security Council resolution 1325; Security Council resolution 1325"},
		{"Members shall ratify ILO Convention No. 155.", "ILO Convention No. 155"},
		{"Operators shall follow the Inland Waterways Act 1998.", "Inland Waterways Act 1998"},
		{"Operators shall follow the Harbour Safety Act of 1987, as amended.", "Harbour Safety Act 1987"},
		{"The Minister shall enforce the Freedom of Navigation Act and the Health and Fisheries Code.", "Freedom of Navigation Act; Health and Fisheries Code"},
		{"Parties to the Convention on the Conservation of Migratory Birds shall report.", "Convention on the Conservation of Migratory Birds"},
		{"States should join the Convention on Road Traffic and the Treaty on Open Skies.", "Convention on Road Traffic; Treaty on Open Skies"},
		{"Kenya will sign the Optional Protocol to the Convention on Road Traffic.", "Optional Protocol to the Convention on Road Traffic"},
		{"The Council shall act under Article 12 of the Harbour Safety Act 1987.", "Article 12 of the Harbour Safety Act 1987"},
		{"Countries should pursue SDG 14 and the SDGs.", "Life Below Water; Sustainable Development Goals"},
		{"The Union will carry out Agenda 2063 and the National Ocean Strategy 2035.", "Agenda 2063; National Ocean Strategy 2035"},
		{"The Constitution of Malawi binds all ministries.", "Constitution of Malawi"},
		{"Recalling its resolutions 56/90 of 3 May 2001, 58/12 and 60/7 of 1 June 2005, the Assembly requests a report.", "resolution 56/90; resolution 58/12; resolution 60/7"},
		{"States should follow Economic and Social Council resolution 2009/3 and resolution 2009/3.", "Economic and Social Council resolution 2009/3; Economic and Social Council resolution 2009/3"},
		{"The Minister will revise the Health and Fisheries Strategy.", "Health and Fisheries Strategy"},
		{"Members shall fund the Programme of Action for the Coral Islands for the Decade 2031-2040.", "Programme of Action for the Coral Islands for the Decade 2031-2040"},
		// nothing that is a name
		{"The United Nations Lagoon Programme and the Office of Lagoon Policy shall report.", ""},
		{"Ministries shall adopt Harbour Management Plans.", ""},
		{"Parties shall conclude agreements on trade and take decisions by vote.", ""},
		{"Each Party shall adopt a national strategy and an action plan.", ""},
		{"The board shall review rule 5 and decision 3 of its committee.", ""},
		{"Treaties bind States.", ""},
		{"THE PARIS AGREEMENT SHALL ENTER INTO FORCE.", ""},
	}
	for _, tt := range tests {
		if got := labels(t, "Notes", tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestResolveInADocument(t *testing.T) {
	tests := []struct{ name, title, text, want string }{
		{"the document itself", "Lagoon Convention on Reed Beds", "Parties to this Convention shall cut no reeds. The Convention binds all.",
			"Lagoon Convention on Reed Beds; Lagoon Convention on Reed Beds"},
		{"the present one, and a part of it", "Lagoon Charter", "Members shall act in accordance with Article 3 of the present Charter.", "Article 3 of the Lagoon Charter"},
		{"small letters need the title to agree", "Reed Beds Act", "Nothing in this act or this agreement binds the Crown.", "Reed Beds Act"},
		{"the last one named so", "Notes on reeds", "Norway signed the Lagoon Convention on Reed Beds. It will apply the Convention.",
			"Lagoon Convention on Reed Beds; Lagoon Convention on Reed Beds"},
		{"a name cut short", "Notes", "The Agency applies the Reed Beds Act 1994. The Reed Beds Act protects birds.", "Reed Beds Act 1994; Reed Beds Act 1994"},
		{"nothing to mean", "Notes", "It will apply the Convention.", ""},
		{"a title in capitals", "LAGOON CHARTER OF THE ISLANDS", "Members shall respect this Charter.", "Lagoon Charter of the Islands"},
		{"its own alias", "Charter of the United Nations", "Members shall fulfil their duties under the present Charter.", "UN Charter"},
	}
	for _, tt := range tests {
		if got := labels(t, tt.title, tt.text); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestAliases(t *testing.T) {
	g := load(t)
	r := g.NewResolver("Notes")
	for _, ms := range find(t, g, "The Lagoon Convention on Reed Beds (LCRB) binds Norway. The UN Charter binds all.") {
		for _, m := range ms {
			r.Resolve(m)
		}
	}
	if got := strings.Join(r.Aliases("Lagoon Convention on Reed Beds"), "; "); got != "LCRB" {
		t.Errorf("aliases of the convention: %s", got)
	}
	if got := strings.Join(r.Aliases("UN Charter"), "; "); !strings.Contains(got, "Charter of the United Nations") {
		t.Errorf("aliases of the charter: %s", got)
	}
}
