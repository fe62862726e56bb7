# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Reductor authors
#
# What the scripts of this folder share; they read it. Build first: mvn verify -DskipTests

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# Classes of the tests and all that they need; CLASS_PATH names another one.
class_path() {
    local file=$root/tests/target/class-path.txt
    if [ -n "${CLASS_PATH:-}" ]; then
        echo "$CLASS_PATH"
    elif [ -f "$file" ]; then
        echo "$root/tests/target/test-classes:$(cat "$file")"
    else
        echo "There are no tests in tests/target. Build them first: mvn verify -DskipTests" >&2
        exit 1
    fi
}

# Runs a test, or several with commas between, with system properties: run_tests TESTS -DNAME=VALUE...
run_tests() {
    local tests=$1
    shift
    cd "$root"
    mvn -B -ntp verify -Dtest="$tests" -Dsurefire.failIfNoSpecifiedTests=false "$@" \
        -pl "$(cd "$root" && echo plugin/org.reductor.* embedded/*/ cli releng/dl4j-class-path releng/dl4j-natives tests |
            tr ' ' '\n' | sed 's,/$,,' | grep -v '\.feature$' | paste -s -d ,)"
}
