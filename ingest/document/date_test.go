package document

import "testing"

func TestDateLine(t *testing.T) {
	tests := []struct {
		line, iso, name string
		ok              bool
	}{
		{"Updated: 2017-03-02 07:46", "2017-03-02", "", true},
		{"The Daily Mirror | Updated: 2017-03-02 07:46", "2017-03-02", "The Daily Mirror", true},
		{"2 March 2017", "2017-03-02", "", true},
		{"Thursday, 2nd March, 2017", "2017-03-02", "", true},
		{"March 2, 2017", "2017-03-02", "", true},
		{"Geneva, Mar. 2, 2017", "2017-03-02", "Geneva", true},
		{"Adopted by the General Assembly on 25 September 2015", "2015-09-25", "General Assembly", true},
		{"Adopted this 5th day of June 1990", "1990-06-05", "", true},
		{"Published 31.12.2020 at 10:30 GMT", "2020-12-31", "", true},
		{"Issued 13/02/2020", "2020-02-13", "", true},
		{"Issued 02/13/2020", "2020-02-13", "", true},
		{"Issued 02/03/2020", "", "", false},
		{"Issued 02.03.2020", "2020-03-02", "", true},
		{"June 2019", "2019-06", "", true},
		{"30 February 2017", "", "", false},
		{"A strategy for open water adopted in June 2019", "", "", false},
		{"Plan 2030", "", "", false},
	}
	for _, test := range tests {
		iso, name, ok := dateLine(test.line)
		if iso != test.iso || name != test.name || ok != test.ok {
			t.Errorf("dateLine(%q) = %q, %q, %v, want %q, %q, %v", test.line, iso, name, ok, test.iso, test.name, test.ok)
		}
	}
}
