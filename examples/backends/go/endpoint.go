package main

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	startPath    = "/vkyc/start"
	sessionPath  = "/vkyc/session/"
	requestLimit = 16_384
	drainLimit   = 2_097_152 // a body that is too large is read to this limit, so that the client receives the answer
)

// httpError is a request that is not answered with 200: a status and a code, without any text from the browser or from EnKash.
type httpError struct {
	status     int
	code       string
	retryAfter int // seconds, or 0
}

func (e httpError) Error() string { return e.code }

func refusal(status int, code string) error { return httpError{status: status, code: code} }

// endpoint creates sessions, and answers the button's requests.
type endpoint struct {
	sessions  *sessions
	customers *customers
	hours     schedule
}

func newEndpoint(enkash *enkash, hours schedule, lifetime time.Duration) *endpoint {
	return &endpoint{newSessions(lifetime), newCustomers(enkash), hours}
}

// ServeHTTP routes by itself: http.ServeMux answers some paths with a redirect.
func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil { // a customer must not see a stack trace
			reply(w, http.StatusInternalServerError, errorBody{Error: errorDetail{Code: "internal_error"}})
		}
	}()
	body, err := e.answer(r)
	var refused httpError
	switch {
	case err == nil:
		reply(w, http.StatusOK, body)
	case errors.As(err, &refused):
		if refused.status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", "GET, POST")
		}
		if refused.retryAfter > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(refused.retryAfter))
		}
		reply(w, refused.status, errorBody{errorDetail{refused.code, refused.retryAfter}})
	default:
		reply(w, http.StatusInternalServerError, errorBody{errorDetail{Code: "internal_error"}})
	}
}

func (e *endpoint) answer(r *http.Request) (any, error) {
	sent, err := readBody(r)
	path, isStart := r.URL.Path, r.URL.Path == startPath
	isClick := r.Method == http.MethodPost
	switch {
	case !isStart && !strings.HasPrefix(path, sessionPath):
		return nil, refusal(404, "not_found")
	case !isClick && (isStart || r.Method != http.MethodGet):
		return nil, refusal(405, "method_not_allowed")
	case isCrossSite(r):
		return nil, refusal(403, "cross_site")
	case isStart:
		return e.open(r)
	case r.Header.Get("X-Enkash-Vkyc") != "1":
		return nil, refusal(403, "missing_header")
	case isClick && !isJSON(r.Header):
		return nil, refusal(415, "unsupported_media_type")
	case err != nil:
		return nil, err
	}
	var object map[string]json.RawMessage
	if len(sent) > 0 && (json.Unmarshal(sent, &object) != nil || object == nil) {
		return nil, refusal(400, "bad_request")
	}
	found, err := e.sessions.find(strings.TrimPrefix(path, sessionPath))
	if err != nil {
		return nil, err
	}
	return e.sessionAnswer(found, isClick)
}

func (e *endpoint) open(r *http.Request) (any, error) {
	card := signedInCard(r)
	if card == "" {
		return nil, refusal(401, "not_signed_in")
	}
	token, err := e.sessions.create(card)
	return map[string]string{"endpoint": sessionPath + token}, err
}

// status is a 200: EnKash's members without the card id, and about the session.
type status struct {
	Code    int                        `json:"code"`
	Message string                     `json:"message"`
	Payload map[string]json.RawMessage `json:"payload"`
	Session sessionDetail              `json:"session"`
}

type sessionDetail struct {
	ExpiresAt  int64    `json:"expiresAt"`
	ServerTime int64    `json:"serverTime"`
	Schedule   schedule `json:"schedule"`
	PollAfter  *int     `json:"pollAfter"` // null: a GET may mint
}

func (e *endpoint) sessionAnswer(found session, isClick bool) (any, error) {
	isOpen := e.hours.isOpen(time.Now())
	if isClick && !isOpen {
		return nil, refusal(409, "closed_hours")
	}
	answer, err := e.customers.result(found.card, isClick)
	var refused httpError
	if errors.As(err, &refused) && refused.status == http.StatusConflict && !isOpen {
		return nil, refusal(409, "closed_hours")
	}
	if err != nil {
		return nil, err
	}
	members := []string{"kycStatus", "kycSubStatus", "kycExpiryDays"}
	if isClick {
		members = append(members, "kycLink")
	}
	payload := map[string]json.RawMessage{}
	for _, name := range members {
		if value, ok := answer[name]; ok {
			payload[name] = value
		}
	}
	return status{0, "Success", payload, sessionDetail{found.endsAt.UnixMilli(), time.Now().UnixMilli(), e.hours, nil}}, nil
}

// isCrossSite: browsers report it in Sec-Fetch-Site, older ones only in Origin; a client that sends neither is not a browser.
func isCrossSite(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return site != "same-origin"
	}
	origin := r.Header.Get("Origin")
	_, host, _ := strings.Cut(origin, "://")
	return origin != "" && host != r.Host
}

func isJSON(header http.Header) bool {
	kind, _, err := mime.ParseMediaType(header.Get("Content-Type"))
	return err == nil && kind == "application/json"
}

func readBody(r *http.Request) ([]byte, error) {
	sent, err := io.ReadAll(io.LimitReader(r.Body, requestLimit+1))
	if err != nil {
		return nil, refusal(400, "bad_request")
	}
	if len(sent) > requestLimit {
		_, _ = io.CopyN(io.Discard, r.Body, drainLimit)
		return nil, refusal(413, "too_large")
	}
	return sent, nil
}

type errorBody struct {
	Error errorDetail `json:"error"`
}

type errorDetail struct {
	Code       string `json:"code"`
	RetryAfter int    `json:"retryAfter,omitempty"`
}

func reply(w http.ResponseWriter, status int, body any) {
	header := w.Header()
	header.Set("Content-Type", "application/json")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // a client that has gone needs no answer
}
