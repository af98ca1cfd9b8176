// SPDX-License-Identifier: Apache-2.0
// Commands that look after an installation as a whole: its keys, log, copies and schema.
#include <ctime>
#include <ostream>

#include "app/installation/rotate_keys.hpp"
#include "app/installation/verify_audit.hpp"
#include "app/keeping/link_digits.hpp"
#include "app/operating/backup_note.hpp"
#include "cli/command.hpp"
#include "cli/installation_commands.hpp"
#include "cli/problems.hpp"
#include "cli/settings.hpp"

namespace smm::cli {
namespace {

using Settings = app::ServiceSettings;

int with_settings(const Given& given, const Surroundings& around,
                  const std::function<int(const Settings&)>& work) {
  const auto settings = read_settings(given, around);
  return settings ? work(*settings) : report_problems(settings.problems(), around.err);
}

base::Instant system_now() {
  return {static_cast<std::int64_t>(std::time(nullptr)) * base::one_second};
}

// The installation's key, wherever the settings say that it is.
base::Result<crypto::InstallationKey> key_of(const Settings& settings, const Surroundings& around) {
  const app::KeyFiles& files = around.service.key_files();
  return files.read(files.path(settings.database));
}

class WholeSeconds final : public app::Clock {
 public:
  base::Instant now() const override { return system_now(); }
};

// The backup is whole without it: a disk that is full keeps nobody from copying what is on it.
void note_that_it_was_made(const Settings& settings, const std::string& sha256, const Surroundings& around) {
  const auto complain = [&](std::string_view why) {
    around.err << "smm: that a backup was made could not be noted: " << why << '\n';
  };
  try {
    const auto database = around.service.maintenance().open(settings.database, app::Hold::beside_others);
    if (!database) return complain(database.problems().front().sentence);
    const auto noted = app::operating::note_backup(**database, WholeSeconds(), sha256);
    if (!noted) complain(noted.problems().front().sentence);
  } catch (const std::exception& error) {  // also what a database refuses
    complain(error.what());
  }
}

int run_backup(const Given& given, const Surroundings& around) {
  return with_settings(given, around, [&](const Settings& settings) {
    const auto key = key_of(settings, around);
    if (!key) return report_problems(key.problems(), around.err);
    const auto made = around.service.maintenance().backup(settings.database, given.text("FILE"), *key);
    if (!made) return report_problems(made.problems(), around.err);
    around.out
        << "Backed up " << made->rows << " rows in " << made->bytes << " bytes, schema " << made->schema
        << ", SHA-256 " << made->sha256
        << ".\nThe installation key is not in it. Keep it apart from the backup: without it the backup "
           "cannot be read.\n";
    note_that_it_was_made(settings, made->sha256, around);
    return done;
  });
}

int run_restore(const Given& given, const Surroundings& around) {
  return with_settings(given, around, [&](const Settings& settings) {
    const auto key = key_of(settings, around);
    if (!key) return report_problems(key.problems(), around.err);
    const auto made =
        around.service.maintenance().restore(given.text("FILE"), settings.database, *key, system_now());
    if (!made) return report_problems(made.problems(), around.err);
    around.out << "Restored " << made->rows << " rows, schema " << made->schema << ".\n";
    const auto steps = around.service.maintenance().migrate(settings.database, system_now());
    if (!steps) return report_problems(steps.problems(), around.err);
    if (steps->now != steps->before) around.out << "Brought up to schema " << steps->now << ".\n";
    return done;
  });
}

int run_migrate(const Given& given, const Surroundings& around) {
  return with_settings(given, around, [&](const Settings& settings) {
    const auto steps = around.service.maintenance().migrate(settings.database, system_now());
    if (!steps) return report_problems(steps.problems(), around.err);
    around.out << "Schema " << steps->now
               << (steps->now == steps->before ? ", as it was.\n" : ", before it was ");
    if (steps->now != steps->before) around.out << steps->before << ".\n";
    return done;
  });
}

int run_audit_verify(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    app::AuditVerdict verdict;
    installation.database.read([&](app::Records& records) { verdict = app::verify_audit(records.audit); });
    for (const auto& broken : verdict.broken)
      around.err << "audit_broken: chain " << broken.chain << " breaks at entry " << broken.number << " ("
                 << to_string(broken.kind) << ")\n";
    around.out << verdict.heads.size() << " chains hold, " << verdict.entries << " entries.\n";
    // To be noted elsewhere: only they show a chain that was computed anew.
    for (const auto& head : verdict.heads)
      around.out << "  " << head.chain << ' ' << head.number << ' ' << app::link_digits(head.link) << '\n';
    return verdict.broken.empty() ? done : problem_with_input;
  });
}

// ---- Keys.

int run_keys_make(const Given& given, const Surroundings& around) {
  const std::string path = given.text("FILE");
  const app::KeyFiles& files = around.service.key_files();
  if (files.exists(path))
    return report_problems(
        {base::Problem(problem::key_exists, path + " is there already, and was left as it is")}, around.err);
  const crypto::InstallationKey key = files.make(path);
  around.out << "Made installation key " << crypto::key_id(key) << " in " << path
             << ".\nIf it is lost, nothing that schools say can be read again. Keep a copy of it on paper or "
                "elsewhere, never beside the backups.\n";
  return done;
}

int run_keys_status(const Given& given, const Surroundings& around) {
  return with_settings(given, around, [&](const Settings& settings) {
    const app::KeyFiles& files = around.service.key_files();
    const auto key = files.read(files.path(settings.database));
    if (!key) return report_problems(key.problems(), around.err);
    const auto database = around.service.maintenance().open(settings.database, app::Hold::beside_others);
    if (!database) return report_problems(database.problems(), around.err);
    const app::KeyStatus status = app::key_status(**database, *key);
    around.out << "Key file: " << files.path(settings.database) << " holds " << status.given << ".\n"
               << "Database: made with " << (status.expected.empty() ? "no key yet" : status.expected)
               << ".\n"
               << "Data keys: " << status.keys << ", of which " << status.unopened.size()
               << " do not open.\n";
    for (const std::string& owner : status.unopened) around.out << "  does not open: " << owner << "\n";
    around.out << "If this key file is lost, nothing that schools said can be read again. Keep a copy of it "
                  "on paper or "
                  "elsewhere, never beside the backups.\n";
    const bool right = status.expected.empty() || status.expected == status.given;
    return right && status.unopened.empty() ? done : problem_with_input;
  });
}

// The new key is on disk before anything is wrapped under it, and the old one stays for old backups.
int run_keys_rotate(const Given& given, const Surroundings& around) {
  return with_settings(given, around, [&](const Settings& settings) {
    const app::KeyFiles& files = around.service.key_files();
    const std::string path = files.path(settings.database);
    const auto old_key = files.read(path);
    if (!old_key) return report_problems(old_key.problems(), around.err);
    const auto held = around.service.open(settings, app::Hold::alone);
    if (!held) return report_problems(held.problems(), around.err);
    app::Installation& installation = (*held)->installation();
    const crypto::InstallationKey new_key = files.make(path + ".new");
    const auto count = app::rotate_keys(installation.database, installation.clock, *old_key, new_key);
    if (!count) return report_problems(count.problems(), around.err);
    const std::string kept = path + "." + crypto::key_id(*old_key);
    files.rename(path, kept);
    files.rename(path + ".new", path);
    around.out << *count << " data keys are wrapped under the new key in " << path << ".\nThe old key is in "
               << kept << "; backups from before need it.\n";
    return done;
  });
}

int run_keys_export(const Given& given, const Surroundings& around) {
  return with_settings(given, around, [&](const Settings& settings) {
    const app::KeyFiles& files = around.service.key_files();
    const auto key = files.read(files.path(settings.database));
    if (!key) return report_problems(key.problems(), around.err);
    deliver(given, around, crypto::key_text(*key) + "\n");
    around.err << "Whoever has this line and the database can read what every school said.\n";
    return done;
  });
}

}  // namespace

Command backup_command() {
  return {"backup",
          "Copy the database into one file, while the server runs",
          "smm backup /backups/smm-2026-11-22 --data /var/lib/smm",
          {{"FILE", "File to write; replaced as a whole"}},
          with_installation_options({}),
          run_backup};
}

Command restore_command() {
  return {"restore",
          "Bring a backup back, into a folder or database that is empty, on either engine",
          "smm restore /backups/smm-2026-11-22 --data /var/lib/smm",
          {{"FILE", "A file that smm backup wrote"}},
          with_installation_options({}),
          run_restore};
}

Command migrate_command() {
  return {"migrate",
          "Bring the database's schema up to this program's",
          "smm migrate --data /var/lib/smm",
          {},
          with_installation_options({}),
          run_migrate};
}

Command audit_verify_command() {
  return {"audit verify",
          "Check that the audit log says what was written into it",
          "smm audit verify --data /var/lib/smm",
          {},
          with_installation_options({}),
          run_audit_verify};
}

Command keys_make_command() {
  return {"keys make",
          "Make an installation key, for a database that has none yet",
          "smm keys make /etc/smm/installation.key",
          {{"FILE", "File to write; one that is there is never replaced"}},
          {},
          run_keys_make};
}

Command keys_status_command() {
  return {"keys status",
          "Say which key the installation needs, and whether it is at hand",
          "smm keys status --data /var/lib/smm",
          {},
          with_installation_options({}),
          run_keys_status};
}

Command keys_rotate_command() {
  return {"keys rotate",
          "Wrap all data keys under a new installation key; the server must not run",
          "smm keys rotate --data /var/lib/smm",
          {},
          with_installation_options({}),
          run_keys_rotate};
}

Command keys_export_command() {
  return {"keys export",
          "Write the installation key as one line, to be kept on paper",
          "smm keys export --data /var/lib/smm --out key.txt",
          {},
          with_installation_options({{"--out", "FILE", "Write it here instead of to standard output"}}),
          run_keys_export};
}

}  // namespace smm::cli
