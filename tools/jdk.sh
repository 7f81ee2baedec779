# SPDX-License-Identifier: Apache-2.0
# Finds a JDK of version 25 or newer and exports JAVA_HOME, or says exactly how to get one. Sourced by ./lapwing and ./check.
lapwing_jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}
lapwing_find_jdk() {
  local home version best="" best_version=24 on_path
  on_path=$(command -v javac || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* \
              "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] || continue
    version=$(lapwing_jdk_version "$home") || continue
    # 25 itself is what the project is tested on; a newer one is taken only where 25 is absent.
    if [ "$version" = 25 ]; then best=$home; break; fi
    if [ "$version" -gt "$best_version" ]; then best=$home; best_version=$version; fi
  done
  if [ -z "$best" ]; then
    cat >&2 <<'HELP'
Lapwing needs a Java Development Kit, version 25, and found none.
  Debian 13 or newer:    sudo apt-get install openjdk-25-jdk
  Debian 12, Ubuntu:     Temurin 25 from adoptium.net, then: sudo apt-get install temurin-25-jdk
  any system, no root:   sdk install java 25-tem         (sdkman.io)
If you have one elsewhere:  JAVA_HOME=/path/to/jdk-25 ./lapwing ...
HELP
    return 1
  fi
  export JAVA_HOME=$best
}
