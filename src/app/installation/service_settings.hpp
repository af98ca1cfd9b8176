// SPDX-License-Identifier: Apache-2.0
// How an installation is set up: where its database is, how it is reached, how it sends mail and signs people
// in. Secrets are never here, only the names of files that hold them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace smm::app {

struct DatabaseSettings {
  std::string data;      // a folder: SQLite
  std::string database;  // a URL: PostgreSQL; one of the two is set
  std::string key_file;  // with the installation key; empty: DATA.key beside the folder
};

struct MailSettings {
  std::string folder;  // write mails into this folder instead of sending them
  std::string host;    // of an SMTP server; empty (and no folder): mails wait in the outbox
  std::int64_t port = 587;
  std::string security = "starttls";  // starttls, tls, none
  std::string user;
  std::string password_file;
  std::string ca_file;
  std::string from;
  std::string bounce_address;
  std::int64_t per_minute = 0;  // mails, at most; 0: as many as there are
};

struct SignInSettings {
  std::string oidc_issuer;  // empty: no sign-in elsewhere
  std::string oidc_client_id;
  std::string oidc_secret_file;
  std::string oidc_ca_file;
  std::string oidc_name;  // as the button says it
  // What the provider calls a second factor (amr, acr); without any, codes are asked for here.
  std::vector<std::string> oidc_strong_amr;
  std::vector<std::string> oidc_strong_acr;
  std::string trusted_header;  // set by a proxy in front; empty: none
  // The proxy asks for a second factor. Nothing: the setting is neither yes nor no.
  std::optional<bool> trusted_header_is_strong = false;
};

// Where graduates are looked up; each empty where there is none.
struct OutcomeSettings {
  std::string registry;        // folder of smm registry build
  std::string reference;       // folder of smm reference import
  std::string public_results;  // results of measures that anybody may see
};

struct ServiceSettings {
  DatabaseSettings database;
  std::string listen = "127.0.0.1:8080";
  std::string public_url;            // empty: http:// and what is listened on
  std::vector<std::string> proxies;  // addresses whose X-Forwarded-* are believed
  std::int64_t workers = 16;
  std::int64_t ending_wait = 0;  // seconds in which an ending server is not ready, but still answers
  MailSettings mail;
  SignInSettings sign_in;
  OutcomeSettings outcomes;
  std::string printer;  // "unix:PATH" of an smm print; empty: a Chromium of this process
};

}  // namespace smm::app
