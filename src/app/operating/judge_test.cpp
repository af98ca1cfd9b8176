// SPDX-License-Identifier: Apache-2.0
// Every rule of the doctor by its table in tests/doctor. A row has what was measured, the worst health that
// is to be found, and words of a finding of that health.
#include "app/operating/judge.hpp"

#include <gtest/gtest.h>

#include "table_case.hpp"

namespace smm::app::operating {
namespace {

using test_support::CaseCells;
using test_support::shown;

constexpr base::Instant now{1'781'784'000 * base::one_second};

std::int64_t number(const CaseCells& row, const char* column) {
  const std::string& cell = row.at(column);
  return cell.empty() ? 0 : std::stoll(cell);
}

unsigned rights(const std::string& octal) {
  return static_cast<unsigned>(std::stoul(octal, nullptr, 8));
}

bool yes(const CaseCells& row, const char* column) {
  const std::string& cell = row.at(column);
  EXPECT_TRUE(cell == "yes" || cell == "no") << column << " " << cell;
  return cell == "yes";
}

// Beside now, in units of `unit`; nothing for an empty cell.
std::optional<base::Instant> moment(const CaseCells& row, const char* column, std::int64_t unit) {
  if (row.at(column).empty()) return std::nullopt;
  return now + number(row, column) * unit;
}

void check_table(const std::string& rule, const std::function<Findings(const CaseCells&)>& judge_row,
                 std::size_t most_rows_say_ok) {
  const auto table = test_support::read_table_case("tests/doctor/" + rule + ".case", {rule});
  ASSERT_GE(table.rows.size(), 4U) << rule;
  std::size_t healthy = 0;
  for (const CaseCells& row : table.rows) {
    const Findings found = judge_row(row);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(to_string(worst_of(found)), row.at("health")) << shown(row);
    healthy += worst_of(found) == Health::ok ? 1U : 0U;
    const bool said = std::ranges::any_of(found, [&](const Finding& finding) {
      return finding.health == worst_of(found) && finding.sentence.find(row.at("says")) != std::string::npos;
    });
    EXPECT_TRUE(said) << shown(row) << "\n" << found.front().sentence;
    for (const Finding& finding : found) {
      EXPECT_TRUE(finding.sentence.ends_with('.')) << finding.sentence;
      EXPECT_EQ(finding.advice.empty(), finding.health == Health::ok) << finding.sentence;
    }
  }
  EXPECT_LE(healthy, most_rows_say_ok);
  EXPECT_GE(healthy, 1U);
}

TEST(Doctor, OfSettings) {
  check_table(
      "settings",
      [](const CaseCells& row) {
        SettingsSeen seen{.public_url = row.at("public_url"),
                          .listen = "127.0.0.1:8080",
                          .proxies = yes(row, "proxies"),
                          .mails = yes(row, "mails"),
                          .sender = yes(row, "sender"),
                          .refused = {},
                          .secrets = {}};
        if (!row.at("refused").empty()) seen.refused.push_back(row.at("refused"));
        const std::string& secret = row.at("secret");
        if (secret == "none") seen.secrets.push_back({"mail_password_file", "/etc/secret", false, 0});
        if (!secret.empty() && secret != "none")
          seen.secrets.push_back({"mail_password_file", "/etc/secret", true, rights(secret)});
        return judge_settings(seen);
      },
      6);
}

TEST(Doctor, OfASchema) {
  check_table(
      "schema",
      [](const CaseCells& row) {
        return judge_schema({number(row, "applied"), number(row, "known"), row.at("fault")});
      },
      1);
}

TEST(Doctor, OfAServer) {
  check_table(
      "server",
      [](const CaseCells& row) {
        return judge_server({.version = number(row, "version"),
                             .fsync = row.at("fsync"),
                             .full_page_writes = row.at("pages"),
                             .synchronous_commit = row.at("commit"),
                             .connections = number(row, "connections"),
                             .local = yes(row, "local"),
                             .encrypted = yes(row, "encrypted")});
      },
      4);
}

TEST(Doctor, OfClocks) {
  check_table(
      "clock",
      [](const CaseCells& row) {
        return judge_clock({.machine = now,
                            .database = moment(row, "database", base::one_second),
                            .file = moment(row, "file", base::one_second),
                            .last_written = moment(row, "written", base::one_second),
                            .kept = yes(row, "kept")});
      },
      4);
}

TEST(Doctor, OfADisk) {
  check_table(
      "disk",
      [](const CaseCells& row) {
        const auto bytes = [&](const char* column) {
          return static_cast<std::uint64_t>(number(row, column)) * 1'000'000;
        };
        DiskSeen seen{.folder = "/data",
                      .free_bytes = bytes("free"),
                      .bytes = bytes("size"),
                      .free_files = static_cast<std::uint64_t>(number(row, "files_left")),
                      .files = static_cast<std::uint64_t>(number(row, "files")),
                      .sync = std::nullopt,
                      .written = std::nullopt,
                      .fault = row.at("fault")};
        if (!row.at("sync").empty()) seen.sync = std::chrono::milliseconds(number(row, "sync"));
        return judge_disk(seen);
      },
      3);
}

TEST(Doctor, OfTheKey) {
  check_table(
      "key",
      [](const CaseCells& row) {
        return judge_key({.path = "/etc/smm/key",
                          .named = yes(row, "named"),
                          .there = yes(row, "there"),
                          .rights = rights(row.at("rights")),
                          .made = now + -number(row, "age") * base::one_day,
                          .with_the_data = yes(row, "beside_data"),
                          .fault = row.at("fault"),
                          .given = row.at("given"),
                          .expected = row.at("expected"),
                          .keys = number(row, "keys"),
                          .unopened = number(row, "unopened")},
                         now);
      },
      3);
}

TEST(Doctor, OfMail) {
  check_table(
      "mail",
      [](const CaseCells& row) {
        return judge_mail({row.at("way"), row.at("fault")});
      },
      2);
}

TEST(Doctor, OfTheOutbox) {
  check_table(
      "outbox",
      [](const CaseCells& row) {
        return judge_outbox({.waiting = number(row, "waiting"),
                             .unknown = number(row, "unknown"),
                             .refused = number(row, "refused"),
                             .oldest = moment(row, "oldest", -base::one_minute)},
                            now);
      },
      2);
}

TEST(Doctor, OfThePrinter) {
  check_table(
      "printer",
      [](const CaseCells& row) {
        return judge_printer({row.at("what"), std::chrono::seconds(number(row, "time")), row.at("fault")});
      },
      2);
}

TEST(Doctor, OfBackups) {
  check_table(
      "backups",
      [](const CaseCells& row) {
        return judge_backups({moment(row, "last", -base::one_hour), *moment(row, "made", -base::one_hour)},
                             now);
      },
      2);
}

TEST(Doctor, TellsOfEverythingThatWasMeasured) {
  Measured measured;
  measured.now = measured.clock.machine = now;
  const auto checks = [&] {
    std::vector<std::string> names;
    for (const Finding& finding : judge(measured))
      if (names.empty() || names.back() != finding.check) names.push_back(finding.check);
    return names;
  };
  EXPECT_EQ(checks(),
            (std::vector<std::string>{"settings", "database", "clock", "keys", "mail", "printing"}));
  measured.server.emplace();
  measured.disks.emplace_back().folder = "/data";
  measured.outbox.emplace();
  measured.backups = BackupsSeen{now, now};
  EXPECT_EQ(checks(), (std::vector<std::string>{"settings", "database", "postgresql", "clock", "disk", "keys",
                                                "mail", "outbox", "printing", "backups"}));
}

}  // namespace
}  // namespace smm::app::operating
