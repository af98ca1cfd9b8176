// SPDX-License-Identifier: Apache-2.0
#include "cli/settings.hpp"

#include <algorithm>

#include "base/document_reader.hpp"
#include "cli/offices_settings.hpp"
#include "cli/problems.hpp"
#include "exchange/toml.hpp"

namespace smm::cli {
namespace {

using app::ServiceSettings;

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::int64_t number_of(const std::string& text) {
  return base::parse_integer(text).value_or(-1);
}

std::optional<bool> yes_or_no(const std::string& text) {
  if (text != "yes" && text != "no") return std::nullopt;
  return text == "yes";
}

constexpr std::array all_settings = std::to_array<Setting>({
    {"data", "DIR", "Folder of the installation, for SQLite; made when it is not there", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.database.data = v; }, true},
    {"database", "URL", "PostgreSQL instead: postgresql://…", Share::either,
     [](ServiceSettings& s, const std::string& v) { s.database.database = v; }, true},
    {"key_file", "FILE", "File with the installation key; DIR.key beside the folder without it",
     Share::office, [](ServiceSettings& s, const std::string& v) { s.database.key_file = v; }, true},
    {"listen", "ADDRESS", "Address and port, or unix:PATH; 127.0.0.1:8080 without it", Share::process,
     [](ServiceSettings& s, const std::string& v) { s.listen = v; }},
    {"public_url", "URL", "How people reach it, such as https://metrics.example.org", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.public_url = v; }, true},
    {"proxies", "LIST", "Addresses of proxies whose X-Forwarded headers are believed, joined by commas",
     Share::process, [](ServiceSettings& s, const std::string& v) { s.proxies = parts_of(v); }},
    {"workers", "N", "Requests that are handled at once; 16 without it", Share::process,
     [](ServiceSettings& s, const std::string& v) { s.workers = number_of(v); }},
    {"ending_wait", "N",
     "Seconds from SIGTERM, when /healthz says 503, to taking no more connections; 0 without it",
     Share::process, [](ServiceSettings& s, const std::string& v) { s.ending_wait = number_of(v); }},
    {"mail_folder", "DIR", "Write mails into this folder instead of sending them", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.mail.folder = v; }},
    {"mail_host", "HOST", "SMTP server; mails wait in the outbox without it", Share::either,
     [](ServiceSettings& s, const std::string& v) { s.mail.host = v; }},
    {"mail_port", "PORT", "Its port; 587 without it", Share::either,
     [](ServiceSettings& s, const std::string& v) { s.mail.port = number_of(v); }},
    {"mail_security", "WORD", "starttls, tls or none (on loopback only); starttls without it", Share::either,
     [](ServiceSettings& s, const std::string& v) { s.mail.security = v; }},
    {"mail_user", "NAME", "Whom the SMTP server knows us as", Share::either,
     [](ServiceSettings& s, const std::string& v) { s.mail.user = v; }},
    {"mail_password_file", "FILE", "File with the password for it", Share::either,
     [](ServiceSettings& s, const std::string& v) { s.mail.password_file = v; }},
    {"mail_ca_file", "FILE", "Certificates to trust instead of the system's (PEM)", Share::either,
     [](ServiceSettings& s, const std::string& v) { s.mail.ca_file = v; }},
    {"mail_from", "ADDRESS", "Sender of all mails", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.mail.from = v; }, true},
    {"mail_bounces", "ADDRESS", "Where mail servers report failures; the sender without it", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.mail.bounce_address = v; }},
    {"mail_per_minute", "N", "Mails that go out in any minute, at most; as many as there are without it",
     Share::either, [](ServiceSettings& s, const std::string& v) { s.mail.per_minute = number_of(v); }},
    {"oidc_issuer", "URL", "OpenID Connect provider that people may sign in with", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.sign_in.oidc_issuer = v; }},
    {"oidc_client_id", "ID", "What the provider knows us as", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.sign_in.oidc_client_id = v; }},
    {"oidc_secret_file", "FILE", "File with the client secret", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.sign_in.oidc_secret_file = v; }},
    {"oidc_ca_file", "FILE", "Certificates to trust instead of the system's (PEM)", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.sign_in.oidc_ca_file = v; }},
    {"oidc_name", "TEXT", "Name of the provider, as the button says it", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.sign_in.oidc_name = v; }},
    {"oidc_strong_amr", "LIST", "What the provider calls a second factor (amr), joined by commas",
     Share::office,
     [](ServiceSettings& s, const std::string& v) { s.sign_in.oidc_strong_amr = parts_of(v); }},
    {"oidc_strong_acr", "LIST", "The same for its levels (acr)", Share::office,
     [](ServiceSettings& s, const std::string& v) { s.sign_in.oidc_strong_acr = parts_of(v); }},
    {"trusted_header", "NAME", "Header with an address that a proxy in front has signed in; off without it",
     Share::office, [](ServiceSettings& s, const std::string& v) { s.sign_in.trusted_header = v; }},
    {"trusted_header_is_strong", "YES", "yes: that proxy asks for a second factor; no without it",
     Share::office,
     [](ServiceSettings& s, const std::string& v) { s.sign_in.trusted_header_is_strong = yes_or_no(v); }},
    {"registry", "DIR", "Folder of the provider registry (smm registry build); without it nobody is linked",
     Share::either, [](ServiceSettings& s, const std::string& v) { s.outcomes.registry = v; }},
    {"reference", "DIR", "Folder of reference lists (smm reference import); without it places stay unknown",
     Share::either, [](ServiceSettings& s, const std::string& v) { s.outcomes.reference = v; }},
    {"public_results", "FILE", "Results of public measures (smm measure run) for the explorer", Share::either,
     [](ServiceSettings& s, const std::string& v) { s.outcomes.public_results = v; }},
    {"printer", "unix:PATH", "Socket of an smm print, which makes PDF; a Chromium of its own without it",
     Share::process, [](ServiceSettings& s, const std::string& v) { s.printer = v; }},
});

void set_from_file(const base::Document& file, ServiceSettings& settings, base::Problems& problems) {
  base::DocumentReader reader(file, problems);
  for (const Setting& setting : all_settings) {
    if (!reader.has(setting.name)) continue;
    if (const auto text = reader.optional_text(setting.name)) setting.set(settings, *text);
  }
  reader.finish();
}

void read_file(const Given& given, const Surroundings& around, ServiceSettings& settings,
               base::Problems& problems) {
  const auto path = given.has("--config") ? given.value("--config") : around.environment("SMM_CONFIG");
  if (!path) return;
  const auto bytes = around.files.read(*path);
  if (!bytes) return void(problems.insert(problems.end(), bytes.problems().begin(), bytes.problems().end()));
  const auto file = exchange::parse_toml(*bytes, *path);
  if (!file) return void(problems.insert(problems.end(), file.problems().begin(), file.problems().end()));
  set_from_file(*file, settings, problems);
}

}  // namespace

std::string flag_of(std::string_view name) {
  std::string flag = "--" + std::string(name);
  std::ranges::replace(flag, '_', '-');
  return flag;
}

std::string variable_of(std::string_view name) {
  std::string variable = "SMM_" + std::string(name);
  std::ranges::transform(variable, variable.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return variable;
}

base::Problems problems_of(const ServiceSettings& settings) {
  base::Problems problems;
  const auto complain = [&](std::string sentence) {
    problems.emplace_back(problem::bad_setting, std::move(sentence));
  };
  const bool folder = !settings.database.data.empty();
  const bool url = !settings.database.database.empty();
  if (folder == url) complain("Name either a folder with --data or a PostgreSQL database with --database");
  if (url && settings.database.key_file.empty())
    complain("With --database, --key-file names the file of the installation key");
  if (settings.workers < 1 || settings.workers > 1000) complain("workers is a number from 1 to 1000");
  if (settings.ending_wait < 0 || settings.ending_wait > 60) complain("ending_wait is a number from 0 to 60");
  if (settings.mail.port < 1 || settings.mail.port > 65535) complain("mail_port is a number from 1 to 65535");
  if (settings.mail.per_minute < 0) complain("mail_per_minute is a number; 0 is no limit");
  if (!settings.sign_in.trusted_header_is_strong) complain("trusted_header_is_strong is yes or no");
  if (!settings.printer.empty() && !settings.printer.starts_with("unix:/"))
    complain("printer is unix: and the path of a socket");
  const std::string& at = settings.public_url;
  if (!at.empty() && !at.starts_with("https://") && !at.starts_with("http://"))
    complain("public_url begins with https://, or with http:// on this machine");
  if (at.ends_with('/')) complain("public_url has no slash at its end");
  return problems;
}

std::span<const Setting> settings() {
  return all_settings;
}

std::vector<Option> installation_options() {
  std::vector<Option> options = {
      {"--config", "FILE", "Settings as TOML; flags and SMM_… variables go before it"},
      {"--offices", "FILE", "Settings of several offices as TOML; --office says which one"},
      {"--office", "NAME", "One of the offices of --offices"}};
  for (const Setting& setting : all_settings) {
    if (setting.needed_by_commands)
      options.push_back({flag_of(setting.name), std::string(setting.value_name), std::string(setting.help)});
  }
  return options;
}

std::vector<Option> service_options() {
  std::vector<Option> options = {
      {"--config", "FILE", "Settings as TOML; flags and SMM_… variables go before it"},
      {"--offices", "FILE", "Settings of several offices as TOML, instead of one installation's"}};
  for (const Setting& setting : all_settings)
    options.push_back({flag_of(setting.name), std::string(setting.value_name), std::string(setting.help)});
  return options;
}

base::Result<ServiceSettings> read_settings(const Given& given, const Surroundings& around) {
  if (given.has("--offices") || given.has("--office")) return settings_of_office(given, around);
  ServiceSettings settings;
  base::Problems problems;
  read_file(given, around, settings, problems);
  for (const Setting& setting : all_settings) {
    if (const auto variable = around.environment(variable_of(setting.name))) setting.set(settings, *variable);
    if (const auto flag = given.value(flag_of(setting.name))) setting.set(settings, *flag);
  }
  const base::Problems wrong = problems_of(settings);
  problems.insert(problems.end(), wrong.begin(), wrong.end());
  if (!problems.empty()) return problems;
  return settings;
}

}  // namespace smm::cli
