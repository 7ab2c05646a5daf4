package statement

import "testing"

// TestObjectExtent tells what of a noun phrase or a clause is the object and
// what is said about it.
func TestObjectExtent(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"of-phrase", "The agency shall keep a register of lighthouse keepers.", "a register of lighthouse keepers"},
		{"place", "The agency should build new harbours in the northern provinces.", "new harbours"},
		{"purpose with determiner", "The council will adopt a plan for the restoration of the old piers.", "a plan"},
		{"bare noun that classifies", "The council must offer training for pilots.", "training for pilots"},
		{"recipient apart", "The agency may send reports to the council.", "reports"},
		{"complex preposition", "The council may make proposals with regard to the tariff.", "proposals"},
		{"participle as preposition", "The agency shall publish all documents relating to the collision.", "all documents relating to the collision"},
		{"other participle", "The agency shall publish all charts drawn before the last war.", "all charts"},
		{"short participle", "The company shall bear the costs incurred by it.", "the costs incurred by it"},
		{"relative clause", "The agency should replace buoys that have been lost.", "buoys"},
		{"afterthought", "The council shall invite the pilots, as well as their families.", "the pilots"},
		{"preposition of the verb", "Companies shall comply with the safety rules in every port.", "the safety rules"},
		{"preposition of the verb and a gerund", "Companies shall refrain from dumping oil near the coast.", "dumping oil"},
		{"far preposition of the verb", "Operators shall refrain in their dealings from any use of violence.", "any use of violence"},
		{"norm that is followed", "The agency shall act in conformity with this charter.", "in conformity with this charter"},
		{"time is no object", "The council shall meet for two days.", ""},
		{"clause without its circumstances", "The council shall ensure that the pilots receive new boats before the winter.", "that the pilots receive new boats"},
		{"second object", "The council shall give every pilot a new boat.", "a new boat"},
	}
	e := extractorBy(t, "testdata/extents.conllu")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := e.ExtractSentence(tt.text).Found
			if len(found) == 0 {
				t.Fatal("nothing found")
			}
			if got := found[0].Object; got != tt.want {
				t.Errorf("object %q, want %q", got, tt.want)
			}
		})
	}
}
