package org.consilium.kit.figures;

import java.util.List;

/** What one part of a service tells; every bean of this kind is asked. */
public interface Figures {

    List<Figure> figures();
}
