package main

import (
	"encoding/json"
	"sync"
	"time"
)

const (
	resultLifetime = 60 * time.Second // how long a result answers further requests of its customer
	doubleClick    = 5 * time.Second  // clicks this close together get the same link; a later click gets a fresh one
)

// customer is EnKash's last result for one card. The lock lets simultaneous requests share one call.
type customer struct {
	mu                     sync.Mutex
	answer                 map[string]json.RawMessage
	err                    error
	fetchedAt, deliveredAt time.Time
}

type customers struct {
	enkash *enkash
	mu     sync.Mutex
	byCard map[string]*customer
}

func newCustomers(enkash *enkash) *customers {
	return &customers{enkash: enkash, byCard: map[string]*customer{}}
}

func (c *customers) result(card string, isClick bool) (map[string]json.RawMessage, error) {
	one := c.find(card)
	one.mu.Lock()
	defer one.mu.Unlock()
	now := time.Now()
	age := now.Sub(one.fetchedAt)
	if one.err != nil && age < doubleClick {
		return nil, one.err
	}
	isUsed := !one.deliveredAt.IsZero() && now.Sub(one.deliveredAt) >= doubleClick
	if one.answer == nil || age >= resultLifetime || isUsed {
		one.answer, one.err = c.enkash.link(card)
		one.fetchedAt, one.deliveredAt = time.Now(), time.Time{}
	}
	if isClick && one.err == nil && one.deliveredAt.IsZero() {
		one.deliveredAt = time.Now()
	}
	return one.answer, one.err
}

// find also forgets the customers who have not asked for a while; one whose lock is held is being asked for.
func (c *customers) find(card string) *customer {
	c.mu.Lock()
	defer c.mu.Unlock()
	for other, one := range c.byCard {
		if other != card && one.mu.TryLock() {
			if time.Since(one.fetchedAt) > resultLifetime {
				delete(c.byCard, other)
			}
			one.mu.Unlock()
		}
	}
	if c.byCard[card] == nil {
		c.byCard[card] = &customer{fetchedAt: time.Now()}
	}
	return c.byCard[card]
}
