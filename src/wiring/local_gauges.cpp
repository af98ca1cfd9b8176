// SPDX-License-Identifier: Apache-2.0
#include "wiring/local_gauges.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "adapters/chromium_printer.hpp"
#include "adapters/machine_gauges.hpp"
#include "adapters/system_clock.hpp"
#include "app/installation/rotate_keys.hpp"
#include "app/operating/backup_note.hpp"
#include "base/environment_error.hpp"
#include "store/records/database_gauge.hpp"
#include "store/records/stored_installations.hpp"
#include "wiring/key_file.hpp"
#include "wiring/mailing.hpp"
#include "wiring/service_plan.hpp"

namespace smm::wiring {
namespace {

namespace operating = app::operating;
namespace fs = std::filesystem;

constexpr const char* trial_page =
    "<!doctype html><html lang=\"en\"><head><title>Trial</title></head><body><h1>Trial</h1></body></html>";

// Sentences that stand within others end without their full stop.
std::string clause(std::string sentence) {
  while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == '\n')) sentence.pop_back();
  std::ranges::replace(sentence, '\n', ' ');
  return sentence;
}

std::vector<std::string> refusals_of(const app::ServiceSettings& settings) {
  std::vector<std::string> refused;
  try {
    const auto plan = service_plan_of(settings);
    if (!plan)
      for (const base::Problem& problem : plan.problems()) refused.push_back(clause(problem.sentence));
  } catch (const base::EnvironmentError& error) {
    refused.push_back(clause(error.what()));
  }
  return refused;
}

operating::SettingsSeen look_at_settings(const app::ServiceSettings& settings) {
  operating::SettingsSeen seen{.public_url = settings.public_url,
                               .listen = settings.listen,
                               .proxies = !settings.proxies.empty(),
                               .mails = !settings.mail.host.empty() || !settings.mail.folder.empty(),
                               .sender = !settings.mail.from.empty(),
                               .refused = refusals_of(settings),
                               .secrets = {}};
  const std::pair<const char*, const std::string&> named[] = {
      {"mail_password_file", settings.mail.password_file},
      {"oidc_secret_file", settings.sign_in.oidc_secret_file}};
  for (const auto& [setting, path] : named) {
    const auto file = adapters::look_at_file(path);
    if (!path.empty()) seen.secrets.push_back({setting, path, file.there, file.rights});
  }
  return seen;
}

operating::MailSeen look_at_mail(const app::MailSettings& settings) {
  if (!settings.folder.empty()) {
    const bool writable = ::access(settings.folder.c_str(), W_OK | X_OK) == 0;
    return {settings.folder, writable ? "" : "it is no folder that this user may write into"};
  }
  if (settings.host.empty()) return {};
  operating::MailSeen seen{settings.host + ":" + std::to_string(settings.port), ""};
  const auto smtp = smtp_settings_of(settings);
  seen.fault = clause(smtp ? adapters::greeting_fault(*smtp) : smtp.problems().front().sentence);
  return seen;
}

bool lies_in(const std::string& file, const std::string& folder) {
  std::error_code failure;
  const fs::path within = fs::weakly_canonical(file, failure).parent_path();
  return !folder.empty() && within == fs::weakly_canonical(folder, failure);
}

void count_mails(const app::Records& records, operating::OutboxSeen& seen) {
  for (const auto& [state, count] : records.outbox.sizes()) {
    if (state == app::MailState::waiting) seen.waiting = count;
    if (state == app::MailState::unknown) seen.unknown = count;
    if (state == app::MailState::refused) seen.refused = count;
  }
}

void look_at_rows(app::Database& database, const store::records::DatabaseSeen& outside,
                  operating::Measured& measured) {
  measured.outbox.emplace();
  measured.outbox->oldest = outside.oldest_mail;
  measured.backups = operating::BackupsSeen{std::nullopt, outside.made};
  database.read([&](app::Records& records) {
    count_mails(records, *measured.outbox);
    measured.backups->last = operating::last_backup(records.settings);
    measured.key.expected = records.settings.value(app::key_setting).value_or("");
    measured.key.keys = static_cast<std::int64_t>(records.schools.keys().size());
  });
}

// Of a key that can be read; the database may not be at hand.
void look_at_key(const app::DatabaseSettings& where, app::Database* database, operating::KeySeen& seen) {
  const DiskKeyFiles files;
  seen.path = files.path(where);
  const auto file = adapters::look_at_file(seen.path);
  seen.named = !where.key_file.empty();
  seen.there = file.there;
  seen.rights = file.rights;
  seen.made = file.written;
  seen.with_the_data = lies_in(seen.path, where.data);
  if (!seen.there) return;
  const auto key = files.read(seen.path);
  if (!key) {
    seen.fault = clause(key.problems().front().sentence);
    return;
  }
  seen.given = crypto::key_id(*key);
  if (database != nullptr)
    seen.unopened = static_cast<std::int64_t>(app::key_status(*database, *key).unopened.size());
}

void look_inside(const app::DatabaseSettings& where, const store::records::DatabaseSeen& outside,
                 operating::Measured& measured) {
  store::records::StoredInstallations installations;
  const auto database = installations.open(where, app::Hold::beside_others);
  if (!database) {
    measured.schema.fault = clause(database.problems().front().sentence);
    return look_at_key(where, nullptr, measured.key);
  }
  look_at_rows(**database, outside, measured);
  look_at_key(where, database->get(), measured.key);
}

void look_at_installation(const app::DatabaseSettings& where, operating::Measured& measured) {
  const auto outside = store::records::look_at_database(where);
  measured.schema = outside.schema;
  measured.schema.fault = clause(measured.schema.fault);
  measured.server = outside.server;
  measured.clock.database = outside.clock;
  measured.clock.last_written = outside.last_written;
  const bool whole = outside.schema.fault.empty() && outside.schema.applied == outside.schema.known;
  if (!whole) return look_at_key(where, nullptr, measured.key);
  try {
    look_inside(where, outside, measured);
  } catch (const base::EnvironmentError& error) {
    measured.schema.fault = clause(error.what());
  }
}

// Where Chromium and uploads write, and where the data is when it is here.
void look_at_disks(const app::ServiceSettings& settings, operating::Measured& measured) {
  if (!settings.database.data.empty() && fs::is_directory(settings.database.data))
    measured.disks.push_back(adapters::measure_disk(settings.database.data));
  measured.disks.push_back(adapters::measure_disk(fs::temp_directory_path().string()));
  measured.clock.file = measured.disks.front().written;
}

}  // namespace

operating::PrinterSeen LocalGauges::measure_printer(const std::string& setting) const {
  const auto program = adapters::find_chromium(environment_);
  if (setting.empty() && !program) return {};
  operating::PrinterSeen seen;
  seen.what = setting.empty() ? *program : setting;
  const auto printer = printer_of(setting, environment_);
  const auto begun = std::chrono::steady_clock::now();
  const auto pdf = printer->print(trial_page);
  seen.time = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
  if (!pdf) seen.fault = clause(pdf.problems().front().sentence);
  return seen;
}

operating::Measured LocalGauges::measure(const app::ServiceSettings& settings) const {
  const adapters::SystemClock clock;
  operating::Measured measured;
  measured.settings = look_at_settings(settings);
  look_at_installation(settings.database, measured);
  look_at_disks(settings, measured);
  measured.now = measured.clock.machine = clock.now();
  measured.clock.kept = adapters::clock_is_kept();
  measured.mail = look_at_mail(settings.mail);
  measured.printer = measure_printer(settings.printer);
  return measured;
}

}  // namespace smm::wiring
