import { may } from '../../session/session.ts';
import { ADMINISTRATION_ROOMS, type AdministrationRoom } from './rooms.ts';

/** The rooms of the administration that the signed-in person may enter. */
export const openRooms = (): AdministrationRoom[] =>
  ADMINISTRATION_ROOMS.filter(({ needs: [action, subject] }) => may(action, subject));
