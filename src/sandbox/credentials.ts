/** What a partner's backend shows to EnKash. */
export interface EnkashCredentials {
  readonly partnerId: string;
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
  /** The user and password of the token call's `Authorization: Basic`. */
  readonly basic: { readonly user: string; readonly password: string };
}

/** The sandbox's own credentials: public, and good for nothing else. */
export const SANDBOX_CREDENTIALS: EnkashCredentials = {
  partnerId: 'CRM338L2H',
  clientId: 'sandbox-client',
  username: 'sandbox-partner',
  password: 'sandbox-password',
  basic: { user: 'sandbox-app', password: 'sandbox-app-password' },
};
