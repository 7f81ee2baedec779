// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.AccountFact;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.ClaimFact.ClaimCorrected;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ProtectionPath;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.Method;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Relation;
import org.lapwing.casebook.term.Role;
import org.lapwing.casebook.term.TellerCertainty;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** One example of every kind, the same every time, with every slot filled: what the golden files hold. */
final class Examples {
    private int next;

    static List<Class<? extends Fact>> kinds() {
        return kindsOf(Fact.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends Fact>> kindsOf(Class<?> group) {
        return Arrays.stream(group.getPermittedSubclasses())
                .<Class<? extends Fact>>flatMap(each -> each.isSealed()
                        ? kindsOf(each).stream()
                        : java.util.stream.Stream.of((Class<? extends Fact>) each))
                .toList();
    }

    static Fact of(Class<? extends Fact> kind) {
        var examples = new Examples();
        if (kind == ClaimCoded.class) {
            return ClaimCoded.of(examples.id(), examples.id(), new Excerpt.OfWords(1, 4, 19), examples.coding());
        } else if (kind == ClaimCorrected.class) {
            return ClaimCorrected.of(examples.id(), "the teller gave the month anew", examples.coding());
        } else if (kind == ConsentGiven.class) {
            return examples.consent();
        }
        return (Fact) examples.record(kind);
    }

    private Coding coding() {
        return Coding.act(ActType.TORTURE, Access.HEARD)
                .by(Part.ofUnit(id(), Role.DIRECT_PERPETRATOR), Part.described("two men in black", Role.PRESENT))
                .to(id())
                .with(Method.BEATING, Method.ELECTRIC_SHOCK)
                .at(id())
                .when("2019-02~/2019-03")
                .heardFrom(id())
                .derivedFrom(id())
                .sure(TellerCertainty.FAIRLY_SURE)
                .ground(new Text("слова исполнителя", "ru"))
                .note("the month is told as the month of the fair");
    }

    private ConsentGiven consent() {
        return new ConsentGiven(
                id(),
                id(),
                id(),
                Relation.PARENT_OR_GUARDIAN,
                Optional.of("shares a house with the uncle"),
                Purpose.SHARE,
                Optional.of(id()),
                "your name goes to your government",
                true,
                true,
                "ru",
                "none",
                "by telephone, alone",
                LocalDate.of(2019, 5, 2),
                Optional.of(LocalDate.of(2020, 5, 2)),
                Optional.of(new ProtectionPath(id(), id(), id())));
    }

    private Id id() {
        return new Id(0x0102030405060708L, ++next);
    }

    private Object record(Class<?> type) {
        try {
            RecordComponent[] parts = type.getRecordComponents();
            Object[] values = new Object[parts.length];
            Class<?>[] types = new Class<?>[parts.length];
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                values[i] = value(parts[i].getGenericType(), parts[i].getName());
            }
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no example of " + type.getSimpleName(), e);
        }
    }

    private Object value(Type type, String name) {
        if (type instanceof ParameterizedType held) {
            Type inner = held.getActualTypeArguments()[0];
            if (held.getRawType() == Optional.class) {
                return Optional.of(value(inner, name));
            }
            var many = new ArrayList<Object>();
            many.add(value(inner, name));
            if (inner == Id.class) {
                many.add(value(inner, name));
            }
            return many;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Id.class) {
            return id();
        } else if (plain == String.class) {
            return name.equals("language") ? "ru" : "слово of " + name;
        } else if (plain == boolean.class) {
            return true;
        } else if (plain == int.class || plain == Integer.class) {
            return 3;
        } else if (plain == long.class) {
            return 700_000L;
        } else if (plain == LocalDate.class) {
            return LocalDate.of(2019, 5, 2);
        } else if (plain == Edtf.class) {
            return Edtf.parse("2019-03-2X");
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        } else if (plain == AccountFact.TokenMeant.class) {
            return new AccountFact.TokenMeant("[P: grey-teal]", Optional.of(id()));
        } else if (plain.isSealed()) {
            return record(plain.getPermittedSubclasses()[0]);
        }
        return record(plain);
    }
}
