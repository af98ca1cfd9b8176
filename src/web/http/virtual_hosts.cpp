// SPDX-License-Identifier: Apache-2.0
#include "web/http/virtual_hosts.hpp"

#include "base/assert.hpp"
#include "web/http/ascii.hpp"

namespace smm::web::http {

std::string host_name(std::string_view host) {
  const auto colon = host.rfind(':');
  const auto bracket = host.rfind(']');
  const bool has_port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  std::string_view name = has_port ? host.substr(0, colon) : host;
  if (name.ends_with('.')) name.remove_suffix(1);
  return in_small_letters(name);
}

void VirtualHosts::add(const std::string& name, const AnsweringHost& answering) {
  const bool is_new = by_name_.try_emplace(name, &answering).second;
  SMM_ASSERT(is_new && name == host_name(name));
}

void VirtualHosts::change(const std::string& name, const AnsweringHost& answering) {
  const auto found = by_name_.find(name);
  SMM_ASSERT(found != by_name_.end());
  found->second.store(&answering);
}

const AnsweringHost& VirtualHosts::of(const Request& request) const {
  if (by_name_.empty()) return *otherwise_;
  const auto found = by_name_.find(host_name(request.host));
  return found == by_name_.end() ? *otherwise_ : *found->second.load();
}

}  // namespace smm::web::http
