// SPDX-License-Identifier: Apache-2.0
#include "cli/offices_settings.hpp"

#include <algorithm>
#include <filesystem>

#include "base/document_reader.hpp"
#include "cli/problems.hpp"
#include "cli/settings.hpp"
#include "exchange/toml.hpp"

namespace smm::cli {
namespace {

using app::OfficeSettings;
using app::OfficesSettings;
using app::ServiceSettings;

class OfficesFile {
 public:
  OfficesFile(const Given& given, const Surroundings& around) : given_(given), around_(around) {}

  base::Result<OfficesSettings> all() {
    if (!given_.has("--offices")) return refused("--office needs --offices, the file that has the offices");
    if (given_.has("--config")) complain("--offices is the file of settings; there is no --config beside it");
    const std::string path = given_.text("--offices");
    const auto bytes = around_.files.read(path);
    if (!bytes) return bytes.problems();
    const auto file = exchange::parse_toml(*bytes, path);
    if (!file) return file.problems();
    read(*file);
    if (!problems_.empty()) return std::move(problems_);
    return std::move(found_);
  }

 private:
  void complain(std::string sentence) { problems_.emplace_back(problem::bad_setting, std::move(sentence)); }
  base::Problems refused(std::string sentence) {
    complain(std::move(sentence));
    return std::move(problems_);
  }

  void read(const base::Document& file) {
    base::DocumentReader reader(file, problems_);
    found_.folder = reader.text("offices_folder");
    read_common(reader);
    const base::Document* offices = reader.child("offices");
    if (offices == nullptr || offices->map() == nullptr || offices->map()->empty())
      complain("The file has no office: each has a table [offices.NAME]");
    else
      for (const base::MapEntry& entry : *offices->map()) read_office(entry.key, entry.value);
    reader.finish();
    if (problems_.empty()) look_for_shared();
  }

  // The file, then the environment, then the flags, as for one installation.
  void read_common(base::DocumentReader& reader) {
    for (const Setting& setting : settings()) {
      const std::string name(setting.name);
      const auto in_file = reader.has(name) ? reader.optional_text(name) : std::nullopt;
      for (const auto& value :
           {in_file, around_.environment(variable_of(name)), given_.value(flag_of(name))}) {
        if (!value) continue;
        if (setting.share == Share::office)
          complain(name + " is each office's own: write it into [offices.NAME]");
        else
          setting.set(found_.common, *value);
      }
    }
  }

  void read_office(const std::string& name, const base::Document& table) {
    if (!is_name(name)) {
      complain("An office's name is of small letters, digits and hyphens, 40 at most, not \"" + name + "\"");
      return;
    }
    base::DocumentReader reader(table, problems_);
    OfficeSettings office{name, found_.common};
    const bool elsewhere = reader.has("data") || reader.has("database");
    if (elsewhere) office.settings.database = {};
    for (const Setting& setting : settings()) {
      if (setting.share == Share::process || !reader.has(setting.name)) continue;
      if (const auto text = reader.optional_text(setting.name)) setting.set(office.settings, *text);
    }
    const std::string schema = reader.optional_text("schema").value_or("");
    reader.finish();
    give_place(office, schema, elsewhere);
    for (const base::Problem& wrong : problems_of(office.settings))
      complain("Office " + name + ": " + wrong.sentence);
    check(office);
    found_.offices.push_back(std::move(office));
  }

  static bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= 40 && !name.starts_with('-') &&
           std::ranges::all_of(
               name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  }

  void give_place(OfficeSettings& office, const std::string& schema, bool elsewhere) {
    app::DatabaseSettings& database = office.settings.database;
    const std::string own = found_.folder + "/" + office.name;
    if (database.data.empty() && database.database.empty()) database.data = own;
    if (database.key_file.empty()) database.key_file = own + ".key";
    if (!schema.empty() && database.database.empty())
      complain("Office " + office.name + ": schema is of a PostgreSQL database, and there is none");
    if (database.database.empty() || (elsewhere && schema.empty())) return;
    std::string usual = "office_" + office.name;
    std::ranges::replace(usual, '-', '_');
    put_in_schema(office, schema.empty() ? usual : schema);
  }

  void put_in_schema(OfficeSettings& office, const std::string& schema) {
    std::string& url = office.settings.database.database;
    if (url.find("options=") != std::string::npos)
      return complain("Office " + office.name + ": a database with options= of its own takes no schema");
    const bool plain = schema.size() <= 63 && !schema.starts_with("pg_") && schema != "information_schema" &&
                       schema.front() != '_' && (schema.front() < '0' || schema.front() > '9') &&
                       std::ranges::all_of(schema, [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
                       });
    if (!plain)
      return complain("Office " + office.name +
                      ": a schema's name is of small letters, digits and _, not \"" + schema + "\"");
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
      url += (url.find('?') == std::string::npos ? "?" : "&") + ("options=-csearch_path%3D" + schema);
    else
      url += " options='-csearch_path=" + schema + "'";
  }

  void check(const OfficeSettings& office) {
    const app::MailSettings& mail = office.settings.mail;
    if (office.settings.public_url.empty())
      complain("Office " + office.name + ": public_url is missing; its name is how requests find the office");
    if (mail.from.empty() && !(mail.host.empty() && mail.folder.empty()))
      complain("Office " + office.name + ": mail_from is missing; each office has a sender of its own");
  }

  static std::string name_in(const std::string& url) {
    const std::size_t begin = url.find("://") + 3;
    std::string name = url.substr(begin, url.find('/', begin) - begin);
    const std::size_t colon = name.rfind(':');
    if (colon != std::string::npos && name.find(']', colon) == std::string::npos) name.resize(colon);
    if (name.ends_with('.')) name.pop_back();
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
  }

  static std::string path_of(const std::string& path) {
    std::string plain = std::filesystem::absolute(path).lexically_normal().string();
    while (plain.size() > 1 && plain.ends_with('/')) plain.pop_back();
    return plain;
  }

  // Cookies know no ports, so that one name with two ports would mix the sessions of two offices.
  void look_for_shared() {
    using Of = std::string (*)(const ServiceSettings&);
    const std::pair<const char*, Of> own[] = {
        {"the folder ",
         [](const ServiceSettings& s) { return s.database.data.empty() ? "" : path_of(s.database.data); }},
        {"the database or schema ", [](const ServiceSettings& s) { return s.database.database; }},
        {"the key file ", [](const ServiceSettings& s) { return path_of(s.database.key_file); }},
        {"the name ", [](const ServiceSettings& s) { return name_in(s.public_url); }},
        {"the sender ", [](const ServiceSettings& s) { return s.mail.from; }},
        {"the mail folder ",
         [](const ServiceSettings& s) { return s.mail.folder.empty() ? "" : path_of(s.mail.folder); }}};
    const auto& offices = found_.offices;
    for (const auto& [what, of] : own)
      for (auto one = offices.begin(); one != offices.end(); ++one)
        for (auto other = one + 1; other != offices.end(); ++other)
          if (const std::string value = of(one->settings); !value.empty() && value == of(other->settings))
            complain("The offices " + one->name + " and " + other->name + " share " + what + value +
                     "; each needs its own");
  }

  const Given& given_;
  const Surroundings& around_;
  base::Problems problems_;
  OfficesSettings found_;
};

}  // namespace

base::Result<OfficesSettings> read_offices(const Given& given, const Surroundings& around) {
  return OfficesFile(given, around).all();
}

base::Result<OfficeSettings> office_named(const OfficesSettings& offices, const std::string& name) {
  const auto found = std::ranges::find(offices.offices, name, &OfficeSettings::name);
  if (found != offices.offices.end()) return *found;
  return base::Problem(problem::no_such_office, "The file has no table [offices." + name + "]");
}

base::Result<ServiceSettings> settings_of_office(const Given& given, const Surroundings& around) {
  if (!given.has("--office"))
    return base::Problem(problem::bad_setting, "--offices has several offices; say which with --office");
  const auto offices = read_offices(given, around);
  if (!offices) return offices.problems();
  auto office = office_named(*offices, given.text("--office"));
  if (!office) return std::move(office).problems();
  return std::move(office->settings);
}

}  // namespace smm::cli
