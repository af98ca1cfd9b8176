// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "app/badges/badge_file.hpp"
#include "app/badges/issue_badge.hpp"
#include "app/pages.hpp"
#include "badge/utc_text.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "cli/installation_commands.hpp"

namespace smm::cli {
namespace {

std::string dated(base::Instant when) {
  return badge::utc_text(when).substr(0, 10);
}

int run_badge_issue(const Given& given, const Surroundings& around) {
  const auto format = app::badge_format(given.text_or("--format", "json"));
  if (!format) {
    around.err << "smm badge issue: --format is json, svg or png\n";
    return wrong_usage;
  }
  return on_installation(given, around, [&](app::Installation& installation) {
    const app::Pages pages = app::load_pages(around.content);
    // What is no number is refused as 0 years are, in the words of the use case.
    const auto years = base::parse_integer(given.text_or("--years", std::to_string(app::usual_badge_years)));
    const auto kept =
        app::issue_badge(installation, pages.texts,
                         {given.text("--round"), given.text("--school"),
                          static_cast<int>(std::clamp<std::int64_t>(years.value_or(0), 0, 100))},
                         "command:badge issue");
    if (!kept) return report_problems(kept.problems(), around.err);
    const std::string round = given.text("--round");
    const std::string picture =
        *format == app::BadgeFormat::json
            ? ""
            : app::badge_picture(pages.texts, app::badge_letters(around.content), round, *format);
    deliver(given, around, app::badge_file(*kept, picture, *format));
    around.err << "Badge " << kept->id.text() << " holds until " << dated(kept->expires) << ".\n";
    return done;
  });
}

int run_badge_revoke(const Given& given, const Surroundings& around) {
  const auto id = app::BadgeId::parse(given.text("ID"));
  if (!id) {
    around.err << "smm badge revoke: ID is the id that smm badge issue told, 26 characters\n";
    return wrong_usage;
  }
  return on_installation(given, around, [&](app::Installation& installation) {
    const auto revoked = app::revoke_badge(installation, *id, given.text("--reason"), "command:badge revoke");
    if (!revoked) return report_problems(revoked.problems(), around.err);
    around.out << "Badge " << revoked->id.text() << " is revoked.\n";
    return done;
  });
}

}  // namespace

Command badge_issue_command() {
  return {"badge issue",
          "Write the badge of a school that submitted its sheet; the one it has, if it holds",
          "smm badge issue --round 2026 --school river-md --format png --out badge.png --data /var/lib/smm",
          {},
          with_installation_options({{"--round", "CODE", "Code of the round", true},
                                     {"--school", "CODE", "Code of the school", true},
                                     {"--format", "WORD", "json, svg or png; json without it"},
                                     {"--years", "N", "How long it holds, 1 to 10; 3 without it"},
                                     {"--out", "FILE", "Write it here instead of to standard output"}}),
          run_badge_issue};
}

Command badge_revoke_command() {
  return {"badge revoke",
          "Revoke a badge, for good",
          "smm badge revoke ID --reason \"Attested by mistake\" --data /var/lib/smm",
          {{"ID", "The badge's id, as smm badge issue told it"}},
          with_installation_options({{"--reason", "TEXT", "Why; the school reads it", true}}),
          run_badge_revoke};
}

}  // namespace smm::cli
