// SPDX-License-Identifier: Apache-2.0
// One-time codes from an authenticator app, and recovery codes for when the app is lost. Office roles need
// them; anybody may have them. The secret is kept sealed, recovery codes as hashes; both are shown once.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"
#include "app/people/start_session.hpp"
#include "app/people/throttle.hpp"

namespace smm::app {

struct CodeCheck {
  bool fits = false;
  std::optional<Throttled> wait = std::nullopt;
  std::string means = {};  // "code", "recovery code"
};

// Counts the try; a code that fits is used up, and `person` is what it became. A used recovery code is told
// by mail. Within a write.
base::Result<CodeCheck> check_code(const Installation& installation, const Pages& pages, Records& records,
                                   Person& person, const std::string& code, base::Instant now);

// ---- Setting it up. Nothing is stored before a code has shown that the app has the secret.

struct Enrolment {
  std::string secret;  // 32 letters, for typing
  std::string uri;     // otpauth://..., for a QR code
  std::string ticket;  // comes back with the code, within half an hour
};

base::Result<Enrolment> begin_enrolment(const Installation& installation, const Pages& pages,
                                        const Actor& actor);
// The same again, after a code that did not fit. Problem: sign_in_run_out.
base::Result<Enrolment> enrolment_of(const Installation& installation, const Pages& pages, const Actor& actor,
                                     const std::string& ticket);

struct Enrolled {
  std::vector<std::string> recovery_codes;
  StartedSession session;  // instead of the one before; all others end
};
struct WrongCode {};

using EnrolmentEnd = std::variant<Enrolled, WrongCode, Throttled>;

// Problem: sign_in_run_out.
base::Result<EnrolmentEnd> confirm_enrolment(const Installation& installation, const Pages& pages,
                                             const Actor& actor, const std::string& ticket,
                                             const std::string& code);

// New ones; the old ones are void.
base::Result<std::vector<std::string>> new_recovery_codes(const Installation& installation,
                                                          const Pages& pages, const Actor& actor);

// Problem: second_factor_kept.
base::Result<bool> give_up_second_factor(const Installation& installation, const Pages& pages,
                                         const Actor& actor);

}  // namespace smm::app
