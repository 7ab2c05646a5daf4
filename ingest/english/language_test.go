package english

import (
	"testing"

	"mandate/data"
)

func TestFamiliarWordsTellEnglish(t *testing.T) {
	m, err := Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		english bool
		text    string
	}{
		{true, "Pilots shall keep the lanterns burning at night and report every vessel in distress."},
		{true, "PILOTS SHALL KEEP THE LANTERNS BURNING AND REPORT EVERY VESSEL."},
		{true, "Duties of the Harbour Council and Powers of the Pilots"},
		{true, "The Port Authority of Rotterdam, Autorité portuaire de Dunkerque and Hamburg Port Authority should exchange data."},
		{true, "Pi1ots shall keep the lanterns burning during the nicht and report every vcssel to the couneil."},
		{false, "Les pilotes doivent garder les phares allumés pendant la nuit et signaler tout navire en détresse."},
		{false, "LES PILOTES DOIVENT GARDER LES PHARES ALLUMÉS PENDANT LA NUIT."},
		{false, "Die Lotsen müssen die Leuchtfeuer während der Nacht brennen lassen und jedes Schiff in Not melden."},
		{false, "Los pilotos deben mantener los faros encendidos durante la noche y avisar de todo barco."},
		{false, "I piloti devono tenere accesi i fari durante la notte e segnalare ogni nave in pericolo."},
		{false, "De loodsen moeten de vuurtorens gedurende de nacht laten branden en elk schip in nood melden."},
		{false, "Lotsarna ska hålla fyrarna tända under natten och anmäla varje fartyg i nöd."},
		{false, "Para pandu harus menjaga lampu tetap menyala pada malam hari dan melaporkan kapal."},
		{false, "Лоцманы должны следить за маяками всю ночь и сообщать о судах."},
		{false, "領港員應於夜間看守燈塔並報告遇險船隻。"},
		{false, "Tlie piiots sha1l keeq tlie lights hurning dnring tlie niglit and rcport auy vesse1 in distrcss."},
	}
	for _, tt := range tests {
		familiar, words := m.Familiar(Tokenize(tt.text))
		if words < 5 || (10*familiar > 4*words) != tt.english {
			t.Errorf("%q: %d of %d words are familiar", tt.text, familiar, words)
		}
	}
	if familiar, words := m.Familiar(Tokenize("12 — 7.5 % (§ 4)")); familiar != 0 || words != 0 {
		t.Errorf("figures: %d of %d", familiar, words)
	}
}
