/** The credentials that a partner's backend presents to EnKash. */
export interface EnkashCredentials {
  readonly partnerId: string;
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
  /** User and password of the token call's `Authorization: Basic`. */
  readonly basic: { readonly user: string; readonly password: string };
}

/** The credentials of every sandbox: public, and valid nowhere else. */
export const SANDBOX_CREDENTIALS: EnkashCredentials = {
  partnerId: 'CRM338L2H',
  clientId: 'sandbox-client',
  username: 'sandbox-partner',
  password: 'sandbox-password',
  basic: { user: 'sandbox-app', password: 'sandbox-app-password' },
};
