// SPDX-License-Identifier: Apache-2.0
// Commands for an office that leaves: what it takes along, what keeps it from being deleted, its deletion,
// and the certificate of that.
#include <ctime>
#include <ostream>

#include "app/keeping/deletion_certificate.hpp"
#include "app/keeping/legal_hold.hpp"
#include "app/keeping/link_digits.hpp"
#include "app/keeping/office_export.hpp"
#include "badge/utc_text.hpp"
#include "cli/command.hpp"
#include "cli/offices_settings.hpp"
#include "cli/problems.hpp"
#include "crypto/base64.hpp"
#include "crypto/hash.hpp"
#include "crypto/sign.hpp"

namespace smm::cli {
namespace {

const Option the_offices_file{"--offices", "FILE", "Settings of the offices as TOML", true};

struct OneOffice {
  app::OfficesSettings all;
  app::OfficeSettings office;

  const app::ServiceSettings& settings() const { return office.settings; }
};

int with_office(const Given& given, const Surroundings& around,
                const std::function<int(const OneOffice&)>& work) {
  auto offices = read_offices(given, around);
  if (!offices) return report_problems(offices.problems(), around.err);
  auto office = office_named(*offices, given.text("NAME"));
  if (!office) return report_problems(office.problems(), around.err);
  return work({std::move(*offices), std::move(*office)});
}

// ---- Export.

std::optional<base::Problem> refusal_of_folder(const std::string& folder, const Surroundings& around) {
  const auto there = around.files.list(folder);
  if (!there || there->empty()) return std::nullopt;
  return base::Problem(problem::folder_in_use, folder + " is not empty; name a new folder");
}

int run_office_export(const Given& given, const Surroundings& around) {
  return with_office(given, around, [&](const OneOffice& one) {
    const std::string folder = given.text("--out");
    if (const auto refused = refusal_of_folder(folder, around))
      return report_problems({*refused}, around.err);
    const app::DatabaseSettings& where = one.settings().database;
    const auto key = around.service.key_files().read(where.key_file);
    if (!key) return report_problems(key.problems(), around.err);
    const auto held = around.service.open(one.settings(), app::Hold::beside_others);
    if (!held) return report_problems(held.problems(), around.err);
    const auto files = app::export_office((*held)->installation(), "command:office export");
    if (!files) return report_problems(files.problems(), around.err);
    std::vector<app::ExportedFile> listed;
    for (const app::NamedFile& file : *files) {
      around.files.write_private(folder + "/" + file.name, file.bytes);
      listed.push_back({file.name, std::ssize(file.bytes), crypto::sha256_hex(file.bytes)});
    }
    const auto house = around.service.maintenance().backup(where, folder + "/house.smm", *key);
    if (!house) return report_problems(house.problems(), around.err);
    listed.push_back({"house.smm", house->bytes, house->sha256});
    // The last: an export without it broke off.
    around.files.write_private(folder + "/manifest.json", app::export_manifest(one.office.name, listed));
    around.out
        << "Exported " << listed.size() << " files into " << folder
        << ".\nThe tables are in clear: whoever has them can read what every school answered. house.smm is "
           "sealed, and needs the office's key.\n";
    return done;
  });
}

// ---- Legal hold.

int run_office_hold(const Given& given, const Surroundings& around) {
  return with_office(given, around, [&](const OneOffice& one) {
    const bool lift = given.has("--lift");
    if (lift == given.has("--reason")) {
      around.err << "smm: say either why, with --reason, or --lift\n";
      return wrong_usage;
    }
    const auto held = around.service.open(one.settings(), app::Hold::beside_others);
    if (!held) return report_problems(held.problems(), around.err);
    app::Installation& installation = (*held)->installation();
    const std::string by = "command:office hold";
    const auto hold = lift ? app::lift_legal_hold(installation, by)
                           : app::begin_legal_hold(installation, given.text("--reason"), by);
    if (!hold) return report_problems(hold.problems(), around.err);
    around.out << (lift ? "Lifted the legal hold on " : "A legal hold stands on ") << one.office.name << ": "
               << hold->reason << '\n';
    return done;
  });
}

// ---- Deletion.

// What the certificate says of the logs, while they can still be read.
std::vector<app::ChainHead> heads_of(app::Database& database) {
  std::vector<app::ChainHead> heads;
  database.read([&](app::Records& records) { heads = records.audit.heads(); });
  for (app::ChainHead& head : heads) head.link = app::link_digits(head.link);
  return heads;
}

std::string place_of(const app::DatabaseSettings& where) {
  if (!where.data.empty()) return "folder " + where.data;
  const std::string_view url = where.database;
  const std::size_t at = url.find("search_path");
  if (at == std::string_view::npos) return "a PostgreSQL database of its own";
  std::string_view schema = url.substr(at + std::string_view("search_path").size());
  schema.remove_prefix(schema.starts_with("%3D") ? 3 : 1);
  return "PostgreSQL schema " + std::string(schema.substr(0, schema.find_first_of("'& ")));
}

base::Instant this_second() {
  return {static_cast<std::int64_t>(std::time(nullptr)) * base::one_second};
}

// Key first: what is left when anything breaks off after that is sealed for good, and the same command again
// finishes the rest.
base::Result<app::DeletionCertificate> deleted(const Given& given, const Surroundings& around,
                                               const OneOffice& one) {
  const app::DatabaseSettings& where = one.settings().database;
  app::DeletionCertificate certificate{.office = one.office.name,
                                       .public_url = one.settings().public_url,
                                       .place = place_of(where),
                                       .deleted = this_second(),
                                       .by = given.text("--by"),
                                       .program = around.service.version(),
                                       .tables = {},
                                       .keys = {},
                                       .log = {},
                                       .remains = given.text("--remains"),
                                       .signer = ""};
  const app::Erasure how{[&](app::Database& database) {
                           certificate.log = heads_of(database);
                           return app::refusal_to_delete(database);
                         },
                         [&] { certificate.keys = around.service.key_files().destroy(where.key_file); }};
  auto tables = around.service.maintenance().erase(where, how);
  if (!tables) return std::move(tables).problems();
  certificate.tables = std::move(*tables);
  return certificate;
}

int run_office_delete(const Given& given, const Surroundings& around) {
  return with_office(given, around, [&](const OneOffice& one) {
    const std::string& name = one.office.name;
    if (given.text("--confirm") != name)
      return report_problems(
          {base::Problem(problem::not_confirmed,
                         "Nothing was deleted: --confirm repeats the office's name in full")},
          around.err);
    const auto key = app::roof_key(around.files, one.all.folder);
    if (!key) return report_problems(key.problems(), around.err);
    const auto certificate = deleted(given, around, one);
    if (!certificate) return report_problems(certificate.problems(), around.err);
    const std::string path =
        one.all.folder + "/certificates/" + name + "-" + std::to_string(certificate->deleted.seconds());
    const std::string json = app::certificate_json(*certificate, *key);
    around.files.write(path + ".json", json);
    around.files.write(path + ".txt",
                       app::certificate_page(*app::read_certificate(json, crypto::public_key(*key))));
    around.out << "Deleted the office " << name << ". The certificate is " << path << ".json, and " << path
               << ".txt for readers.\nTake its table out of the file of the offices.\n";
    return done;
  });
}

int run_verify_certificate(const Given& given, const Surroundings& around) {
  std::optional<std::string> key;
  if (given.has("--key")) {
    key = crypto::from_base64url(given.text("--key"));
  } else {
    const auto offices = read_offices(given, around);
    if (!offices) return report_problems(offices.problems(), around.err);
    const auto own = app::roof_key(around.files, offices->folder);
    if (!own) return report_problems(own.problems(), around.err);
    key = crypto::public_key(*own);
  }
  const auto bytes = around.files.read(given.text("FILE"));
  if (!bytes) return report_problems(bytes.problems(), around.err);
  const auto certificate = app::read_certificate(*bytes, key.value_or(""));
  if (!certificate) return report_problems(certificate.problems(), around.err);
  around.out << "The certificate holds.\n\n" << app::certificate_page(*certificate);
  return done;
}

}  // namespace

Command office_export_command() {
  return {"office export",
          "Write all that an office has into a new folder: plain tables, releases, and a sealed house file",
          "smm office export rivers --out rivers-2026-11-22 --offices /etc/smm/offices.toml",
          {{"NAME", "Of its table [offices.NAME]"}},
          {the_offices_file, {"--out", "DIR", "A folder that is empty or not there", true}},
          run_office_export};
}

Command office_hold_command() {
  return {
      "office hold",
      "Keep an office from being deleted, or lift that",
      "smm office hold rivers --reason \"Doe v. Rivers, letter of March 3\" --offices /etc/smm/offices.toml",
      {{"NAME", "Of its table [offices.NAME]"}},
      {the_offices_file,
       {"--reason", "TEXT", "The case, and who asked; it stands in the log and in clear"},
       {"--lift", "", "Lift the hold that stands"}},
      run_office_hold};
}

Command office_delete_command() {
  return {
      "office delete",
      "Destroy an office's keys, remove its database, and certify it; the server must not serve it",
      "smm office delete rivers --confirm rivers --by \"Ada Admin\" --remains \"backups until 2026-12-31\" "
      "--offices /etc/smm/offices.toml",
      {{"NAME", "Of its table [offices.NAME]"}},
      {the_offices_file,
       {"--confirm", "NAME", "The office's name again, in full", true},
       {"--by", "TEXT", "Who asked for it", true},
       {"--remains", "TEXT", "What remains elsewhere, such as backups, and until when", true}},
      run_office_delete};
}

Command office_verify_command() {
  return {"office verify-certificate",
          "Check that a certificate of deletion is of this server and unaltered",
          "smm office verify-certificate rivers-1795305600.json --offices /etc/smm/offices.toml",
          {{"FILE", "The JSON of the certificate"}},
          {{"--offices", "FILE", "Settings of the offices as TOML, to find the server's key"},
           {"--key", "KEY", "The server's public key instead, as certificates show it"}},
          run_verify_certificate};
}

}  // namespace smm::cli
