package confidant.engine.harmony;

import confidant.engine.chat.Role;
import java.util.Locale;
import java.util.Optional;

/** The words that stand for roles in headers and in JSON. */
final class Roles {
  private Roles() {}

  static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> of(String word) {
    for (Role role : Role.values()) {
      if (word(role).equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
