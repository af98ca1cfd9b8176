// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <ostream>

#include "app/badges/verify_badge.hpp"
#include "badge/utc_text.hpp"
#include "cli/command.hpp"
#include "cli/installation_commands.hpp"

namespace smm::cli {
namespace {

using badge::Finding;

std::string_view finding_words(Finding finding) {
  switch (finding) {
    case Finding::holds:
      return "genuine and holds";
    case Finding::other_issuer:
      return "issued by somebody else than this controller";
    case Finding::unknown_key:
      return "signed with a key that the controller does not name";
    case Finding::not_as_signed:
      return "forged, or changed after it was signed";
    case Finding::not_yet_valid:
      return "genuine, and does not hold yet";
    case Finding::revoked:
      return "genuine, and revoked";
    case Finding::expired:
      return "genuine, and has run out";
    case Finding::status_unknown:
      return "genuine; the status list given does not tell of it";
  }
  return "";
}

// 0 only for a badge that holds: for use in scripts.
int tell_verdict(const base::Result<app::VerifiedBadge>& verified, const Surroundings& around) {
  if (!verified) return report_problems(verified.problems(), around.err);
  const auto& [badge, verdict] = *verified;
  const auto& credential = badge.credential;
  around.out << to_string(verdict.finding) << ": " << finding_words(verdict.finding)
             << (verdict.status_checked ? "" : " (not held against a status list)") << "\n";
  if (verdict.finding != Finding::not_as_signed && verdict.finding != Finding::unknown_key)
    around.out << "school:  " << credential.school << "\nbadge:   " << credential.achievement.name
               << "\nissuer:  " << credential.issuer.id
               << "\nissued:  " << badge::utc_text(credential.valid_from)
               << "\nexpires: " << badge::utc_text(credential.valid_until) << "\n";
  return verdict.finding == Finding::holds ? done : problem_with_input;
}

base::Instant now_or_given(const Given& given) {
  const auto told = badge::from_utc_text(given.text_or("--now", ""));
  if (told) return *told;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
}

int run_badge_verify(const Given& given, const Surroundings& around) {
  if (given.has("--controller")) {
    return tell_verdict(
        app::verify_badge_files(around.files,
                                {given.text("FILE"), given.text("--controller"), given.value("--status")},
                                now_or_given(given)),
        around);
  }
  if (given.has("--status")) {
    around.err << "smm badge verify: --status needs --controller, which says whose list it is\n";
    return wrong_usage;
  }
  return on_installation(given, around, [&](app::Installation& installation) {
    const auto bytes = around.files.read(given.text("FILE"));
    if (!bytes) return report_problems(bytes.problems(), around.err);
    return tell_verdict(app::verify_badge(installation, *bytes), around);
  });
}

}  // namespace

Command badge_verify_command() {
  return {"badge verify",
          "Say whether a file is a badge that holds, by an installation or by files; asks no other host",
          "smm badge verify badge.png --controller issuer.json --status status-1.json",
          {{"FILE", "JSON, or a PNG or SVG with the badge inside"}},
          with_installation_options(
              {{"--controller", "FILE", "The issuer's controller document, instead of an installation"},
               {"--status", "FILE", "The status list that the badge names"},
               {"--now", "TIME", "With --controller: as of this moment, such as 2027-01-01T00:00:00Z"}}),
          run_badge_verify};
}

}  // namespace smm::cli
