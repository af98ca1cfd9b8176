// SPDX-License-Identifier: Apache-2.0
#include "web/http/negotiation.hpp"

#include <optional>
#include <string>

#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

struct Preference {
  std::string_view name;
  int weight = 1000;
};

// "1", "0.8", "0.125": at most three decimals, nothing above 1.
std::optional<int> weight_of(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  std::string digits(text.substr(0, 1));
  if (text.size() > 2) digits.append(text.substr(2));
  digits.resize(4, '0');
  const auto weight = whole_number(digits);
  return weight && *weight <= 1000 ? std::optional(static_cast<int>(*weight)) : std::nullopt;
}

std::optional<Preference> preference_of(std::string_view entry) {
  const auto parts = pieces(entry, ';');
  Preference preference{trimmed(parts.front())};
  for (std::size_t at = 1; at < parts.size(); ++at) {
    const std::string_view parameter = trimmed(parts[at]);
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
    const auto weight = weight_of(parameter.substr(2));
    if (!weight) return std::nullopt;
    preference.weight = *weight;
  }
  return preference.name.empty() ? std::nullopt : std::optional(preference);
}

std::vector<Preference> preferences_of(std::string_view list) {
  std::vector<Preference> preferences;
  for (const std::string_view entry : pieces(list, ','))
    if (const auto preference = preference_of(entry)) preferences.push_back(*preference);
  return preferences;
}

// The weight of the first of these names that is listed: the narrowest comes first.
std::optional<int> first_listed(const std::vector<Preference>& preferences,
                                const std::vector<std::string_view>& names) {
  for (const std::string_view name : names)
    for (const Preference& preference : preferences)
      if (equal_ignoring_case(preference.name, name)) return preference.weight;
  return std::nullopt;
}

}  // namespace

int encoding_weight(std::string_view accept_encoding, std::string_view coding) {
  return first_listed(preferences_of(accept_encoding), {coding, "*"}).value_or(0);
}

bool takes_gzip(const Headers& request) {
  const std::string accepted = request.joined("Accept-Encoding");
  const int gzip = encoding_weight(accepted, "gzip");
  const int plain = first_listed(preferences_of(accepted), {"identity"}).value_or(0);
  return gzip > 0 && gzip >= plain;
}

std::string_view preferred_type(const Headers& request, const std::vector<std::string_view>& offers) {
  const std::string accepted = request.count("Accept") == 0 ? "*/*" : request.joined("Accept");
  const auto preferences = preferences_of(accepted);
  std::string_view best;
  int best_weight = 0;
  for (const std::string_view offer : offers) {
    const std::string family = std::string(offer.substr(0, offer.find('/'))) + "/*";
    const int weight = first_listed(preferences, {offer, family, "*/*"}).value_or(0);
    if (weight <= best_weight) continue;
    best = offer;
    best_weight = weight;
  }
  return best;
}

bool prefers_json(const Headers& request) {
  return preferred_type(request, {"text/html", "application/json"}) == "application/json";
}

void vary_on(Headers& response, std::string_view field) {
  const std::string vary = response.joined("Vary");
  for (const std::string_view entry : pieces(vary, ','))
    if (equal_ignoring_case(trimmed(entry), field) || trimmed(entry) == "*") return;
  response.set("Vary", vary.empty() ? std::string(field) : vary + ", " + std::string(field));
}

}  // namespace smm::web::http
