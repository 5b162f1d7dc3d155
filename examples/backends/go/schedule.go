package main

import (
	"errors"
	"regexp"
	"strings"
	"time"
)

// ist is India's time, which has no daylight saving.
var ist = time.FixedZone("IST", 5*3600+30*60)

var hoursPattern = regexp.MustCompile(`^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$`)

// schedule is when EnKash takes calls, in IST.
type schedule struct {
	WorkingHours string   `json:"workingHours"`
	WorkingDays  string   `json:"workingDays"`
	Holidays     []string `json:"holidays"`
}

func newSchedule(hours, days, holidays string) (schedule, error) {
	known := map[string]bool{"sun": true, "mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true}
	valid := hoursPattern.MatchString(hours)
	for _, day := range strings.Fields(days) {
		valid = valid && known[day]
	}
	if !valid {
		return schedule{}, errors.New(`expected VKYC_HOURS="10:00-18:00" and VKYC_DAYS="mon tue wed thu fri", in IST`)
	}
	return schedule{hours, days, strings.Fields(holidays)}, nil
}

func (s schedule) isOpen(now time.Time) bool {
	now = now.In(ist)
	opens, closes, _ := strings.Cut(s.WorkingHours, "-")
	clock := now.Format("15:04")
	return contains(strings.Fields(s.WorkingDays), strings.ToLower(now.Format("Mon"))) &&
		!contains(s.Holidays, now.Format("2006-01-02")) &&
		opens <= clock && clock < closes
}

func contains(list []string, wanted string) bool {
	for _, one := range list {
		if one == wanted {
			return true
		}
	}
	return false
}
