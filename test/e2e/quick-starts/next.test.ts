import { testQuickStart } from '../../support/quick-start/test-quick-start.js';

testQuickStart({ name: 'next' });
