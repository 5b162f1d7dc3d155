package main

import (
	"crypto/rand"
	"encoding/base64"
	"regexp"
	"sync"
	"time"
)

const requestsPerMinute = 30

var cardPattern = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// session is one signed-in customer's endpoint for a while.
type session struct {
	card             string
	endsAt           time.Time
	minute, requests int64
}

type sessions struct {
	mu       sync.Mutex
	lifetime time.Duration
	byToken  map[string]*session
}

func newSessions(lifetime time.Duration) *sessions {
	return &sessions{lifetime: lifetime, byToken: map[string]*session{}}
}

func (s *sessions) create(card string) (string, error) {
	random := make([]byte, 24)
	if _, err := rand.Read(random); err != nil || !cardPattern.MatchString(card) {
		return "", refusal(500, "internal_error")
	}
	token, now := base64.RawURLEncoding.EncodeToString(random), time.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	for old, one := range s.byToken {
		if now.Sub(one.endsAt) > s.lifetime { // until then it answers 410
			delete(s.byToken, old)
		}
	}
	s.byToken[token] = &session{card: card, endsAt: now.Add(s.lifetime)}
	return token, nil
}

// find returns a copy of the session, and counts the request.
func (s *sessions) find(token string) (session, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	found, now := s.byToken[token], time.Now()
	if found == nil {
		return session{}, refusal(401, "invalid_session")
	}
	if !now.Before(found.endsAt) {
		return session{}, refusal(410, "session_expired")
	}
	if minute := now.Unix() / 60; minute != found.minute {
		found.minute, found.requests = minute, 0
	}
	found.requests++
	if found.requests > requestsPerMinute {
		return session{}, httpError{429, "rate_limited", int(60 - now.Unix()%60)}
	}
	return *found, nil
}
